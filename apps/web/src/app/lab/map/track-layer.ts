import {
  type CustomLayerInterface,
  type CustomRenderMethodInput,
  type Map as MapLibreMap,
  MercatorCoordinate,
} from "maplibre-gl";
import type { Segment } from "./timed-track.ts";
import { FRAGMENT_SHADER, VERTEX_SHADER } from "./track-shaders.ts";

/** Seconds since 1970 and how long a trail is; null shows whole tracks. */
export interface TrailClock {
  readonly now: number;
  readonly trailSeconds: number;
}

/** From, to (Mercator, from the middle), two times, four bytes of colour. */
const BYTES = 6 * 4 + 4;
const LINE_PIXELS = 2.5;
const HEAD_PIXELS = 9;

/** A layer of MapLibre that draws tracks on the graphics card: a moment costs two numbers, not a new drawing. */
export class TrackLayer implements CustomLayerInterface {
  readonly id = "timed-tracks";
  readonly type = "custom";
  #map: MapLibreMap | undefined;
  #gl: WebGL2RenderingContext | undefined;
  #program: WebGLProgram | null = null;
  #buffer: WebGLBuffer | null = null;
  #array: WebGLVertexArrayObject | null = null;
  #count = 0;
  #middle: readonly [x: number, y: number] = [0, 0];
  #start = 0;
  #clock: TrailClock | null = null;
  #waiting: readonly [readonly Segment[], (segment: Segment) => readonly number[]] | undefined;

  onAdd(map: MapLibreMap, context: WebGLRenderingContext | WebGL2RenderingContext): void {
    if (!(context instanceof WebGL2RenderingContext)) return;
    this.#map = map;
    this.#gl = context;
    this.#program = linked(context);
    this.#buffer = context.createBuffer();
    this.#array = context.createVertexArray();
    describeArray(context, this.#array, this.#buffer);
    if (this.#waiting) this.show(...this.#waiting);
  }

  onRemove(): void {
    this.#gl?.deleteBuffer(this.#buffer);
    this.#gl?.deleteVertexArray(this.#array);
    this.#gl?.deleteProgram(this.#program);
    this.#gl = undefined;
  }

  /** Draws these segments from now on, each in its colour. */
  show(segments: readonly Segment[], colour: (segment: Segment) => readonly number[]): void {
    this.#waiting = [segments, colour];
    if (!this.#gl) return;
    this.#start = segments[0]?.track.times[0] ?? 0;
    this.#middle = mercator(segments[0], 0);
    this.#gl.bindBuffer(this.#gl.ARRAY_BUFFER, this.#buffer);
    this.#gl.bufferData(
      this.#gl.ARRAY_BUFFER,
      packed(segments, colour, { middle: this.#middle, start: this.#start }),
      this.#gl.STATIC_DRAW,
    );
    this.#count = segments.length;
    this.#map?.triggerRepaint();
  }

  /** Shows tracks as they were at a moment, or whole. */
  setClock(clock: TrailClock | null): void {
    this.#clock = clock;
    this.#map?.triggerRepaint();
  }

  render(
    gl: WebGLRenderingContext | WebGL2RenderingContext,
    { defaultProjectionData }: CustomRenderMethodInput,
  ): void {
    if (!(gl instanceof WebGL2RenderingContext) || !this.#program || this.#count === 0) return;
    const program = this.#program;
    const at = (name: string) => gl.getUniformLocation(program, name);
    gl.useProgram(program);
    gl.uniformMatrix4fv(at("u_matrix"), false, this.#fromMiddle(defaultProjectionData.mainMatrix));
    gl.uniform2f(at("u_pixel"), 2 / gl.drawingBufferWidth, 2 / gl.drawingBufferHeight);
    gl.uniform1f(at("u_scale"), devicePixelRatio);
    gl.uniform1f(at("u_now"), (this.#clock?.now ?? 0) - this.#start);
    gl.uniform1f(at("u_trail"), this.#clock?.trailSeconds ?? -1);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.CULL_FACE);
    gl.bindVertexArray(this.#array);
    for (const [head, width] of [[0, LINE_PIXELS] as const, [1, HEAD_PIXELS] as const]) {
      if (head === 1 && !this.#clock) continue;
      gl.uniform1i(at("u_head"), head);
      gl.uniform1f(at("u_width"), width);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#count);
    }
    gl.bindVertexArray(null);
  }

  /** Moved to the middle of the tracks in doubles: floats of the whole world are metres apart. */
  #fromMiddle(matrix: ArrayLike<number>): Float32Array {
    const [x, y] = this.#middle;
    const moved = Float32Array.from(matrix);
    for (let row = 0; row < 4; row++)
      moved[12 + row] =
        (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[12 + row] ?? 0);
    return moved;
  }
}

interface Origin {
  readonly middle: readonly [x: number, y: number];
  readonly start: number;
}

function packed(
  segments: readonly Segment[],
  colour: (segment: Segment) => readonly number[],
  { middle: [x, y], start }: Origin,
): ArrayBuffer {
  const bytes = new ArrayBuffer(segments.length * BYTES);
  const view = new DataView(bytes);
  segments.forEach((segment, place) => {
    const { track, at } = segment;
    const from = mercator(segment, 0);
    const to = mercator(segment, 1);
    const numbers = [
      ...[from[0] - x, from[1] - y, to[0] - x, to[1] - y],
      (track.times[at] ?? 0) - start,
      (track.times[at + 1] ?? 0) - start,
    ];
    for (const [n, number] of numbers.entries())
      view.setFloat32(place * BYTES + n * 4, number, true);
    for (const [n, part] of [...colour(segment), 255].entries())
      view.setUint8(place * BYTES + 24 + n, part);
  });
  return bytes;
}

function mercator(segment: Segment | undefined, end: 0 | 1): readonly [x: number, y: number] {
  if (!segment) return [0, 0];
  const { track, at } = segment;
  const { x, y } = MercatorCoordinate.fromLngLat([
    track.longitudes[at + end] ?? 0,
    track.latitudes[at + end] ?? 0,
  ]);
  return [x, y];
}

const PARTS = [
  { size: 2, offset: 0 },
  { size: 2, offset: 8 },
  { size: 2, offset: 16 },
] as const;

function describeArray(
  gl: WebGL2RenderingContext,
  array: WebGLVertexArrayObject | null,
  buffer: WebGLBuffer | null,
): void {
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  PARTS.forEach(({ size, offset }, place) => {
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, size, gl.FLOAT, false, BYTES, offset);
    gl.vertexAttribDivisor(place, 1);
  });
  gl.enableVertexAttribArray(PARTS.length);
  gl.vertexAttribPointer(PARTS.length, 4, gl.UNSIGNED_BYTE, true, BYTES, 24);
  gl.vertexAttribDivisor(PARTS.length, 1);
  gl.bindVertexArray(null);
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
