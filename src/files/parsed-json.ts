/** Untrusted bytes as JSON. */

/** The JSON in the bytes; nothing when there is none, or none in UTF-8. */
export function parsedJson(bytes: Uint8Array | undefined): unknown {
  try {
    return (
      bytes && (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown)
    );
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return undefined;
    throw cause;
  }
}
