// What stands in for TextEncoder and TextDecoder, where Jest's jsdom has none, does the same as they do.
import assert from "node:assert/strict";
import { test } from "node:test";

const { TextEncoder, TextDecoder } = globalThis;
delete globalThis.TextEncoder;
delete globalThis.TextDecoder;
const standIn = await import("../../pkg-template/src/encoding.js");
Object.assign(globalThis, { TextEncoder, TextDecoder });

const texts = ["", "a", "₹ 90", "चालान", "a😀b", "\ufeffa", "\u0000", "\ud83da", "a\udc00", "\ufffd", "é".repeat(50)];

test("they stand in only where there are none", async () => {
  assert.notEqual(standIn.TextEncoder, TextEncoder);
  const { TextEncoder: Encoder, TextDecoder: Decoder } = await import(
    new URL("../../pkg-template/src/encoding.js?again", import.meta.url).href
  );
  assert.deepEqual([Encoder, Decoder], [TextEncoder, TextDecoder]);
});

test("encodeInto, into every room", () => {
  const written = (Encoder, text, room) => {
    const bytes = new Uint8Array(room + 2);
    const { read, written } = new Encoder().encodeInto(text, bytes.subarray(1, room + 1));
    return { read, written, bytes };
  };
  for (const text of texts) {
    for (let room = 0; room <= 12; room++) {
      assert.deepEqual(written(standIn.TextEncoder, text, room), written(TextEncoder, text, room), `${JSON.stringify(text)} into ${room}`);
    }
  }
});

test("decode, every option, sound and broken bytes", () => {
  const broken = [[0xff], [0x7b, 0xe2, 0x82], [0xc0, 0x80], [0xed, 0xa0, 0x80, 0x7d], [0xf0, 0x9f, 0x98, 0x41], [0xef, 0xbb, 0xbf, 0xff]];
  const decoded = (Decoder, options, bytes) => {
    try {
      return new Decoder("utf-8", options).decode(bytes);
    } catch (error) {
      return error.name;
    }
  };
  for (const list of [...texts.map((text) => new TextEncoder().encode(text)), ...broken]) {
    const bytes = Uint8Array.of(0x2d, ...list, 0x2d).subarray(1, -1);
    for (const options of [undefined, { fatal: true }, { ignoreBOM: true }, { fatal: true, ignoreBOM: true }]) {
      assert.equal(
        decoded(standIn.TextDecoder, options, bytes),
        decoded(TextDecoder, options, bytes),
        `${list} ${JSON.stringify(options)}`,
      );
    }
  }
  assert.equal(new standIn.TextDecoder().decode(), "");
});
