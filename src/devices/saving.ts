/** Handing a file to somebody: the tablet's own share sheet where there is one, else a download; or a download alone. */

/** How it went; `cancelled` when the person thought better of it. */
export type Given = 'shared' | 'downloaded' | 'cancelled';

/** Put the file among the tablet's downloads: no other program is offered. */
export function save(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  download(fileOf(name, bytes));
}

/** Offer the file to the person. Must be called from a tap. */
export async function give(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Given> {
  const file = fileOf(name, bytes);
  if (isTouchFirst() && canShare(file)) {
    try {
      await navigator.share({ files: [file] });
      return 'shared';
    } catch (cause) {
      if (nameOf(cause) === 'AbortError') return 'cancelled';
      if (nameOf(cause) !== 'NotAllowedError') throw cause;
    }
  }
  download(file);
  return 'downloaded';
}

function fileOf(name: string, bytes: Uint8Array<ArrayBuffer>): File {
  return new File([bytes], name, { type: typeOf(name) });
}

/** Share sheets take only what they know, and go by its type. */
function typeOf(name: string): string {
  if (name.endsWith('.png')) return 'image/png';
  return name.endsWith('.txt') ? 'text/plain' : 'application/zip';
}

/** Desktop share sheets offer nowhere useful to put a file; there a download is what people expect. */
function isTouchFirst(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

function canShare(file: File): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });
}

function download(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, DOWNLOAD_STARTS_WITHIN_MS);
}

const DOWNLOAD_STARTS_WITHIN_MS = 60_000;

function nameOf(cause: unknown): string {
  return cause instanceof Error || cause instanceof DOMException ? cause.name : '';
}
