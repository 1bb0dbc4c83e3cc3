/**
 * Runs inside the sandbox, before the codec and around it. What it needs of the language it takes
 * hold of first, so that nothing a codec does to the language reaches it. Gives back what the host
 * calls; the codec sees only its console, and what codecs for Node expect.
 */
(() => {
  const { stringify, parse } = JSON;
  const { isArray, from } = Array;
  const { isView } = ArrayBuffer;
  const { defineProperty } = Object;
  const push = Function.prototype.call.bind(Array.prototype.push);
  const cut = Function.prototype.call.bind(String.prototype.slice);
  const text = String;
  const number = Number;
  const Instant = Date;

  const MOST_LINES = 50;
  const LONGEST_LINE = 300;
  const logs = [];

  const told = (value) => {
    try {
      if (typeof value === "string") return value;
      if (typeof value === "object" && value !== null && !(value instanceof Error))
        return text(stringify(value, plain));
      return text(value);
    } catch {
      return "(something that cannot be said)";
    }
  };
  const write = (...values) => {
    if (logs.length >= MOST_LINES) return;
    let line = "";
    for (let at = 0; at < values.length; at++) line += (at ? " " : "") + told(values[at]);
    push(logs, cut(line, 0, LONGEST_LINE));
  };

  /** Numbers that JSON has no words for, and bytes in any form, as what they mean. */
  const plain = (_name, value) => {
    if (typeof value === "bigint") return number(value);
    return isView(value) ? from(value) : value;
  };

  const set = (name, value) =>
    defineProperty(globalThis, name, { value, writable: true, configurable: true });
  const exported = {};
  const module = { exports: exported };
  set("console", { log: write, info: write, warn: write, error: write, debug: write });
  set("module", module);
  set("exports", exported);
  set("require", (name) => {
    if (name === "buffer" || name === "node:buffer") return { Buffer: globalThis.Buffer };
    throw new Error(`a codec cannot load ${told(name)}`);
  });

  const isFunction = (value) => typeof value === "function";
  /** The functions of a codec: those of its scope, else what it exports, in one of the ways that are in use. */
  const functionsOf = (scope, namespace) => {
    const places = [scope, namespace, namespace?.default, module.exports];
    for (const name of ["default", "driver", "codec"]) push(places, module.exports?.[name]);
    push(places, scope.driver);
    return (name) => {
      for (let at = 0; at < places.length; at++) {
        const holder = places[at];
        if (isFunction(holder?.[name])) return (...values) => holder[name](...values);
      }
      return undefined;
    };
  };

  /** A function of TS013, or one of The Things Stack V2 or ChirpStack v3 in its place. */
  const callers = {
    decodeUplink(find) {
      const [own, second, third] = [find("decodeUplink"), find("Decoder"), find("Decode")];
      if (own) return own;
      if (second) return ({ bytes, fPort }) => ({ data: second(bytes, fPort) });
      return third && (({ bytes, fPort, variables }) => ({ data: third(fPort, bytes, variables) }));
    },
    encodeDownlink(find) {
      const [own, second, third] = [find("encodeDownlink"), find("Encoder"), find("Encode")];
      if (own) return own;
      if (second) return ({ data, fPort }) => ({ bytes: second(data, fPort), fPort });
      return (
        third && (({ data, fPort, variables }) => ({ bytes: third(fPort, data, variables), fPort }))
      );
    },
    decodeDownlink: (find) => find("decodeDownlink"),
  };

  const NAMES = ["decodeUplink", "encodeDownlink", "decodeDownlink"];
  const namesIn = (find) => {
    const defined = [];
    for (let at = 0; at < NAMES.length; at++)
      if (callers[NAMES[at]](find)) push(defined, NAMES[at]);
    return defined;
  };
  const answerOf = (name, call, input) => {
    if (!call) throw new Error(`the codec defines no ${name}`);
    const answer = call(input);
    if (isFunction(answer?.then)) throw new Error(`${name} gives a promise in place of an answer`);
    if (typeof answer !== "object" || answer === null || isArray(answer))
      throw new Error(`${name} gives no object`);
    return answer;
  };
  const answerTo = (request, find) => {
    const { name, receivedAt, ...input } = parse(request);
    if (name === "inspect") return namesIn(find);
    if (receivedAt !== undefined) input.recvTime = new Instant(receivedAt);
    return answerOf(name, callers[name](find), input);
  };

  const failed = (error) => stringify({ reason: cut(told(error), 0, LONGEST_LINE), logs }, plain);
  return {
    failed,
    run(scope, namespace, request) {
      try {
        const answer = answerTo(request, functionsOf(scope, namespace));
        return stringify({ answer, logs }, plain);
      } catch (error) {
        return failed(error);
      }
    },
  };
})();
