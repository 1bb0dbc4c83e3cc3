import type {
  CustomLayerInterface,
  CustomRenderMethodInput,
  Map as MapLibreMap,
} from "maplibre-gl";
import {
  type PackedSegments,
  runsAt,
  SEGMENT_BYTES,
  type SegmentRun,
  type TrailClock,
} from "./packed-segments.ts";
import { FRAGMENT_SHADER, VERTEX_SHADER } from "./track-shaders.ts";

const LINE_PIXELS = 2.5;
const HEAD_PIXELS = 9;

/** A layer of MapLibre that draws tracks on the graphics card: a moment costs two numbers, not a new drawing. */
export class TrackLayer implements CustomLayerInterface {
  readonly id = "timed-tracks";
  readonly type = "custom";
  #map: MapLibreMap | undefined;
  #drawing: Drawing | undefined;
  #packed: PackedSegments | undefined;
  #clock: TrailClock | null = null;

  onAdd(map: MapLibreMap, context: WebGLRenderingContext | WebGL2RenderingContext): void {
    if (!(context instanceof WebGL2RenderingContext)) return;
    this.#map = map;
    this.#drawing = drawingOn(context);
    if (this.#packed) this.show(this.#packed);
  }

  onRemove(_map: MapLibreMap, gl: WebGLRenderingContext | WebGL2RenderingContext): void {
    if (!this.#drawing || !(gl instanceof WebGL2RenderingContext)) return;
    gl.deleteBuffer(this.#drawing.buffer);
    gl.deleteVertexArray(this.#drawing.array);
    gl.deleteProgram(this.#drawing.program);
    this.#drawing = undefined;
  }

  /** Draws these segments from now on. */
  show(packed: PackedSegments): void {
    this.#packed = packed;
    if (!this.#drawing) return;
    const { gl, buffer } = this.#drawing;
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, packed.bytes, gl.STATIC_DRAW);
    this.#map?.triggerRepaint();
  }

  /** Shows tracks as they were at a moment, or whole. */
  setClock(clock: TrailClock | null): void {
    this.#clock = clock;
    this.#map?.triggerRepaint();
  }

  render(
    _gl: WebGLRenderingContext | WebGL2RenderingContext,
    { defaultProjectionData }: CustomRenderMethodInput,
  ): void {
    if (!this.#drawing || !this.#packed || !this.#map) return;
    const { gl, program, at, array, buffer } = this.#drawing;
    const { middle, start } = this.#packed;
    const clock = this.#clock;
    gl.useProgram(program);
    gl.uniformMatrix4fv(at.u_matrix, false, movedTo(middle, defaultProjectionData.mainMatrix));
    gl.uniform2f(at.u_pixel, 2 / gl.drawingBufferWidth, 2 / gl.drawingBufferHeight);
    gl.uniform1f(at.u_scale, this.#map.getPixelRatio());
    gl.uniform1f(at.u_now, (clock?.now ?? 0) - start);
    gl.uniform1f(at.u_trail, clock?.trailSeconds ?? -1);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.bindVertexArray(array);
    const draw = (head: 0 | 1, width: number, runs: readonly SegmentRun[]) => {
      gl.uniform1i(at.u_head, head);
      gl.uniform1f(at.u_width, width);
      for (const run of runs) {
        pointTo(gl, buffer, run);
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, run.count);
      }
    };
    draw(0, LINE_PIXELS, runsAt(this.#packed, clock));
    if (clock) draw(1, HEAD_PIXELS, runsAt(this.#packed, { ...clock, trailSeconds: 0 }));
    gl.bindVertexArray(null);
  }
}

/** Moved to the middle of the tracks in doubles: floats of the whole world are metres apart. */
function movedTo([x, y]: PackedSegments["middle"], matrix: ArrayLike<number>): Float32Array {
  const moved = Float32Array.from(matrix);
  for (let row = 0; row < 4; row++)
    moved[12 + row] = (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[12 + row] ?? 0);
  return moved;
}

const UNIFORMS = [
  "u_matrix",
  "u_pixel",
  "u_scale",
  "u_now",
  "u_trail",
  "u_head",
  "u_width",
] as const;
type Uniforms = Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>;

interface Drawing {
  readonly gl: WebGL2RenderingContext;
  readonly program: WebGLProgram;
  readonly at: Uniforms;
  readonly buffer: WebGLBuffer | null;
  readonly array: WebGLVertexArrayObject | null;
}

function drawingOn(gl: WebGL2RenderingContext): Drawing {
  const program = linked(gl);
  const places = UNIFORMS.map((name) => [name, gl.getUniformLocation(program, name)]);
  const at = Object.fromEntries(places) as Uniforms;
  const array = gl.createVertexArray();
  gl.bindVertexArray(array);
  for (let place = 0; place <= PARTS.length; place++) {
    gl.enableVertexAttribArray(place);
    gl.vertexAttribDivisor(place, 1);
  }
  gl.bindVertexArray(null);
  return { gl, program, at, buffer: gl.createBuffer(), array };
}

const PARTS = [
  { size: 2, offset: 0 },
  { size: 2, offset: 8 },
  { size: 2, offset: 16 },
] as const;

/** Begins with the first of a run: WebGL 2 draws from the beginning of what it is pointed to. */
function pointTo(
  gl: WebGL2RenderingContext,
  buffer: WebGLBuffer | null,
  { first }: SegmentRun,
): void {
  const begin = first * SEGMENT_BYTES;
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  PARTS.forEach(({ size, offset }, place) => {
    gl.vertexAttribPointer(place, size, gl.FLOAT, false, SEGMENT_BYTES, begin + offset);
  });
  const colour = PARTS.length;
  gl.vertexAttribPointer(colour, 4, gl.UNSIGNED_BYTE, true, SEGMENT_BYTES, begin + 24);
}

function linked(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, VERTEX_SHADER],
    [gl.FRAGMENT_SHADER, FRAGMENT_SHADER],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error("the graphics card gives no shader");
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS))
    throw new Error(gl.getProgramInfoLog(program) ?? "the shaders do not link");
  return program;
}
