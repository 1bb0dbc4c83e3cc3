/** Runs inside the sandbox, behind the codec and in its scope: finds what was declared with const, too. */
({
  decodeUplink: typeof decodeUplink === "undefined" ? undefined : decodeUplink,
  encodeDownlink: typeof encodeDownlink === "undefined" ? undefined : encodeDownlink,
  decodeDownlink: typeof decodeDownlink === "undefined" ? undefined : decodeDownlink,
  Decoder: typeof Decoder === "undefined" ? undefined : Decoder,
  Encoder: typeof Encoder === "undefined" ? undefined : Encoder,
  Decode: typeof Decode === "undefined" ? undefined : Decode,
  Encode: typeof Encode === "undefined" ? undefined : Encode,
  driver: typeof driver === "undefined" ? undefined : driver,
});
