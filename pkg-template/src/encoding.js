// stands in for the globals in the entry for bundlers, which Jest takes too: its jsdom has neither, but has Node's Buffer
/** @param {Uint8Array} view */
const bufferOf = ({ buffer, byteOffset, byteLength }) => globalThis.Buffer.from(buffer, byteOffset, byteLength);

class BufferEncoder {
  /**
   * @param {string} text
   * @param {Uint8Array} view
   */
  encodeInto(text, view) {
    const buffer = bufferOf(view);
    const written = buffer.write(text);
    return { read: buffer.toString("utf8", 0, written).length, written };
  }
}

class BufferDecoder {
  /**
   * @param {string} [_label]
   * @param {TextDecoderOptions} [options]
   */
  constructor(_label, { fatal = false, ignoreBOM = false } = {}) {
    this.fatal = fatal;
    this.ignoreBOM = ignoreBOM;
  }

  decode(bytes = new Uint8Array()) {
    const buffer = bufferOf(bytes);
    const text = buffer.toString();
    if (this.fatal && !globalThis.Buffer.from(text).equals(buffer)) throw new TypeError("not UTF-8");
    return text[0] === "\ufeff" && !this.ignoreBOM ? text.slice(1) : text;
  }
}

export const TextEncoder = globalThis.TextEncoder ?? BufferEncoder;
export const TextDecoder = globalThis.TextDecoder ?? BufferDecoder;
