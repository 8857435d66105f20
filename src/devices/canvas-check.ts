/** Whether this browser gives back the pixels it was given: some add noise against tracking. */

const SIDE = 8;

/** Are painted pixels read back as they were painted? Exported pictures carry the noise where not. */
export function canvasIsTrue(): boolean {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  context.fillStyle = '#6496c8';
  context.fillRect(0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return data.every((value, at) => value === [0x64, 0x96, 0xc8, 0xff][at % 4]);
}
