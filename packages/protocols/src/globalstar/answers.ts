/**
 * What Globalstar's back office expects to hear, from its public schemas StuResponse and
 * ProvisionResponse: the state "pass" for what is safe with us, "fail" for what it is to bring again.
 */
import type { XmlElement } from "@rgrove/parse-xml";
import type { PushAnswer } from "../push-protocol.ts";
import { nameOf } from "../xml-elements.ts";

interface Kind {
  readonly idAttribute: string;
  readonly answer: string;
  readonly schema: string;
}

const MESSAGES: Kind = {
  idAttribute: "messageID",
  answer: "stuResponseMsg",
  schema: "StuResponse_Rev1_0.xsd",
};

const PROVISIONING: Kind = {
  idAttribute: "prvMessageID",
  answer: "prvResponseMsg",
  schema: "ProvisionResponse_Rev1_0.xsd",
};

/** Messages of devices, and news of which devices were added to the account. */
export const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["stuMessages", MESSAGES],
  ["prvmsgs", PROVISIONING],
]);

const ID_LENGTH = 32;
const TIME_LENGTH = 12;

interface Outcome {
  readonly state: "pass" | "fail";
  readonly words: string;
  readonly at: Date;
}

/** The answer to what was pushed; `root` is undefined when it is no XML. */
export function answerTo(root: XmlElement | undefined, { state, words, at }: Outcome): PushAnswer {
  const kind = KINDS.get(root ? nameOf(root) : "") ?? MESSAGES;
  const theirs = root?.attributes[kind.idAttribute] ?? "";
  const attributes = [
    ["xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"],
    ["xsi:noNamespaceSchemaLocation", `http://cody.glpconnect.com/XSD/${kind.schema}`],
    ["deliveryTimeStamp", stampOf(at)],
    ["messageID", ownId(theirs, at)],
    ["correlationID", theirs],
  ].map(([name, value]) => ` ${name}="${escaped(value ?? "")}"`);
  const body = `<?xml version="1.0" encoding="UTF-8"?><${kind.answer}${attributes.join("")}><state>${state}</state><stateMessage>${escaped(words)}</stateMessage></${kind.answer}>`;
  return { contentType: "text/xml; charset=utf-8", body };
}

/** dd/mm/yyyy hh:mm:ss GMT */
function stampOf(at: Date): string {
  const [year, month, day, time] = at.toISOString().split(/[-T.]/);
  return `${day}/${month}/${year} ${time} GMT`;
}

/** 32 hexadecimal digits that no other answer has: the time, and a part of the id it answers. */
function ownId(theirs: string, at: Date): string {
  const time = at.getTime().toString(16).padStart(TIME_LENGTH, "0");
  const rest = theirs.replaceAll(/[^0-9a-f]/gi, "");
  return `${time}${rest}`.padEnd(ID_LENGTH, "0").slice(0, ID_LENGTH);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
}
