/** What the tablet says of itself: its battery and the room that is left. Both may be unknown. */

/** The battery: how full from 0 to 1, and whether it is being filled. */
export type Power = Readonly<{ level: number; charging: boolean }>;

type WithBattery = Navigator & Readonly<{ getBattery?: () => Promise<Power> }>;

/** The battery; nothing where the browser does not tell. */
export async function power(): Promise<Power | undefined> {
  try {
    const battery = await (navigator as WithBattery).getBattery?.();
    return battery && { level: battery.level, charging: battery.charging };
  } catch {
    return undefined;
  }
}

/** Room that is left for this app, in bytes; nothing where the browser does not tell. Browsers round it. */
export async function roomLeft(): Promise<number | undefined> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? undefined : Math.max(quota - usage, 0);
  } catch {
    return undefined;
  }
}
