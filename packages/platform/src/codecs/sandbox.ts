import { readFileSync } from "node:fs";
import imported from "@jitl/quickjs-wasmfile-release-sync";
import type { CodecCall, CodecRun } from "@zpr/ports";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSWASMModule,
} from "quickjs-emscripten-core";
import {
  MEMORY_PAGES,
  MOST_ANSWER,
  MOST_MILLISECONDS,
  MOST_STACK_BYTES,
  OUT_OF_TIME,
} from "./limits.ts";
import { AnswerTooLarge, plainJson } from "./plain-json.ts";

/** Its types are those of its CommonJS form, which has one more `default`. */
const variant = imported as unknown as typeof imported.default;
const AROUND = insideText("around");
const SCOPE = insideText("scope");
const BUFFER = insideText("buffer");
const BUFFER_MODULE = "export const Buffer = globalThis.Buffer; export default { Buffer };";

/** A QuickJS in WebAssembly in which codecs run one after another, each in a runtime of its own. */
export interface Sandbox {
  /** Blocks the thread. Throws only when the sandbox itself is broken, after which it is of no more use. */
  run(source: string, call: CodecCall): CodecRun;
}

/** Opens a sandbox that has run already, so that the first codec does not pay for it. */
export async function openSandbox(): Promise<Sandbox> {
  // QuickJS counts only how many pieces it has, not how large they are, when it is built for
  // WebAssembly; a memory that cannot grow is what holds.
  const wasmMemory = new WebAssembly.Memory(MEMORY_PAGES);
  const quickJs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmMemory }));
  const sandbox: Sandbox = { run: (source, call) => runIn(quickJs, source, call) };
  sandbox.run("function decodeUplink() { return {}; } Buffer.alloc(1);", { name: "inspect" });
  return sandbox;
}

function runIn(quickJs: QuickJSWASMModule, source: string, call: CodecCall): CodecRun {
  const runtime = quickJs.newRuntime();
  runtime.setMaxStackSize(MOST_STACK_BYTES);
  runtime.setModuleLoader((name) =>
    name === "buffer" || name === "node:buffer"
      ? BUFFER_MODULE
      : { error: new Error(`a codec cannot load ${name}`) },
  );
  const context = runtime.newContext();
  const around = evaluated(context, AROUND);
  if (source.includes("Buffer")) evaluated(context, BUFFER).dispose();
  const clock = startClock(runtime);
  const said = new Conversation(context, around).say(source, requestOf(call));
  const milliseconds = clock.milliseconds();
  around.dispose();
  context.dispose();
  runtime.dispose();
  return understood(said, milliseconds);
}

/** Ends what runs in a runtime when it has used its processor time. */
function startClock(runtime: QuickJSRuntime) {
  const began = process.threadCpuUsage();
  const milliseconds = () => {
    const { user, system } = process.threadCpuUsage(began);
    return (user + system) / 1000;
  };
  runtime.setInterruptHandler(() => milliseconds() > MOST_MILLISECONDS);
  return { milliseconds };
}

/** What is said to a codec and by it: texts, since nothing else of it leaves the sandbox. */
class Conversation {
  private readonly context: QuickJSContext;
  private readonly around: QuickJSHandle;

  constructor(context: QuickJSContext, around: QuickJSHandle) {
    this.context = context;
    this.around = around;
  }

  /** The codec's answer or failure as a text; undefined when it broke off. */
  say(source: string, request: string): string | undefined {
    const read = this.read(source);
    if (typeof read !== "object") return read;
    const scope = this.context.evalCode(SCOPE, "scope.js");
    if (scope.error) {
      read.dispose();
      return this.failure(scope.error);
    }
    const text = this.context.newString(request);
    const said = this.call("run", scope.value, read, text);
    for (const handle of [scope.value, read, text]) handle.dispose();
    return said;
  }

  /** Evaluates a script, or a module if that is what it is; its exports, or its failure as a text. */
  private read(source: string): QuickJSHandle | string | undefined {
    const { context } = this;
    const asScript = context.evalCode(source, "codec.js", { type: "global" });
    if (!asScript.error) {
      asScript.value.dispose();
      return context.undefined;
    }
    const failure = this.failure(asScript.error);
    if (!failure?.startsWith('{"reason":"SyntaxError') || !/\b(export|import)\b/.test(source))
      return failure;
    const asModule = context.evalCode(source, "codec.js", { type: "module" });
    if (asModule.error) return this.failure(asModule.error);
    const state = context.getPromiseState(asModule.value);
    if (state.type === "fulfilled") {
      if (!state.notAPromise) asModule.value.dispose();
      return state.value;
    }
    asModule.value.dispose();
    if (state.type === "rejected") return this.failure(state.error);
    return JSON.stringify({ reason: "the codec waits for something", logs: [] });
  }

  private failure(error: QuickJSHandle): string | undefined {
    const said = this.call("failed", error);
    error.dispose();
    return said;
  }

  private call(name: string, ...values: QuickJSHandle[]): string | undefined {
    const { context, around } = this;
    const callee = context.getProp(around, name);
    const result = context.callFunction(callee, context.undefined, ...values);
    callee.dispose();
    if (result.error) {
      result.error.dispose();
      return undefined;
    }
    const said = shortText(context, result.value);
    result.value.dispose();
    return said;
  }
}

/** A text from inside, told to be too long before it is copied. */
function shortText(context: QuickJSContext, value: QuickJSHandle): string | undefined {
  if (context.typeof(value) !== "string") return undefined;
  const length = context.getProp(value, "length").consume((handle) => context.getNumber(handle));
  if (length > MOST_ANSWER)
    return JSON.stringify({ reason: `an answer of more than ${MOST_ANSWER} characters`, logs: [] });
  return context.getString(value);
}

function understood(said: string | undefined, milliseconds: number): CodecRun {
  const failed = (reason: string) => ({ ok: false as const, reason, logs: [], milliseconds });
  if (milliseconds > MOST_MILLISECONDS) return failed(OUT_OF_TIME);
  if (said === undefined) return failed("the codec broke off, most likely out of memory");
  try {
    const { answer, reason, logs: lines } = Object(plainJson(said));
    const logs = Array.isArray(lines) ? lines.map(String) : [];
    if (typeof reason === "string") return { ok: false, reason, logs, milliseconds };
    return { ok: true, answer, logs, milliseconds };
  } catch (error) {
    if (error instanceof AnswerTooLarge) return failed(`an answer of ${error.message}`);
    if (error instanceof SyntaxError) return failed("an answer that is no JSON");
    throw error;
  }
}

function requestOf(call: CodecCall): string {
  if (call.name === "inspect") return JSON.stringify(call);
  const { port: fPort, ...rest } = call;
  return "bytes" in rest
    ? JSON.stringify({ ...rest, fPort, bytes: [...rest.bytes] })
    : JSON.stringify({ ...rest, fPort });
}

/** Our own code inside the sandbox, which does not fail. */
function evaluated(context: QuickJSContext, code: string): QuickJSHandle {
  return context.unwrapResult(context.evalCode(code, "around.js"));
}

function insideText(name: string): string {
  return readFileSync(new URL(`./inside/${name}.js`, import.meta.url), "utf8");
}
