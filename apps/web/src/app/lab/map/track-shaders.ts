/** A segment as a strip of four corners; with a clock only as far as it is gone, its head a disc. */
export const VERTEX_SHADER = `#version 300 es
precision highp float;
precision highp int;
layout(location = 0) in vec2 a_from;
layout(location = 1) in vec2 a_to;
layout(location = 2) in vec2 a_time;
layout(location = 3) in vec4 a_colour;
uniform mat4 u_matrix;
uniform vec2 u_pixel;
uniform float u_scale;
uniform float u_width;
uniform float u_now;
uniform float u_trail;
uniform int u_head;
out vec4 v_colour;
out vec2 v_corner;
out float v_age;
void main() {
  float along = float(gl_VertexID & 1);
  float side = float(gl_VertexID >> 1) * 2.0 - 1.0;
  bool timed = u_trail > 0.0;
  bool gone = timed && (a_time.x > u_now || a_time.y < u_now - u_trail);
  bool idle = u_head == 1 && (u_now < a_time.x || u_now >= a_time.y);
  if (gone || idle) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
  float done = timed ? clamp((u_now - a_time.x) / (a_time.y - a_time.x), 0.0, 1.0) : 1.0;
  vec4 start = u_matrix * vec4(a_from, 0.0, 1.0);
  vec4 end = u_matrix * vec4(mix(a_from, a_to, done), 0.0, 1.0);
  vec2 way = (end.xy / end.w - start.xy / start.w) / u_pixel;
  vec2 across = length(way) > 0.0 ? normalize(vec2(-way.y, way.x)) : vec2(0.0, 1.0);
  v_colour = a_colour;
  v_corner = vec2(along * 2.0 - 1.0, side);
  float time = mix(a_time.x, mix(a_time.x, a_time.y, done), along);
  v_age = timed ? clamp((u_now - time) / u_trail, 0.0, 1.0) : 0.0;
  vec4 place = u_head == 1 ? end : mix(start, end, along);
  vec2 shift = u_head == 1 ? v_corner : across * side;
  place.xy += shift * 0.5 * u_width * u_scale * u_pixel * place.w;
  gl_Position = place;
}`;

/** Trails fade; heads have a dark rim, so that light ones are seen on light water. */
export const FRAGMENT_SHADER = `#version 300 es
precision highp float;
precision highp int;
uniform int u_head;
uniform float u_trail;
in vec4 v_colour;
in vec2 v_corner;
in float v_age;
out vec4 colour;
void main() {
  if (u_head == 1) {
    float r = length(v_corner);
    if (r > 1.0) discard;
    colour = r > 0.7 ? vec4(0.04, 0.12, 0.16, 1.0) : vec4(v_colour.rgb, 1.0);
    return;
  }
  float shown = u_trail > 0.0 ? 0.95 * (1.0 - v_age) : 0.75;
  colour = vec4(v_colour.rgb * shown, shown);
}`;
