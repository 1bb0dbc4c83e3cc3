import data from "../data/scheldt.json" with { type: "json" };
import { type River, river } from "./river.ts";

/** The tidal Scheldt from Melle to the sea off Zeebrugge, schematic. */
export const scheldt: River = river(data);
