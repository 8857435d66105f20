/** What an adult should know of the tablet before children start, in one line. Source: method, G7. */
import { looksWrong } from '#base/clock.ts';
import type { Kit } from '#state/kit.ts';

/** Below this a drawing may end in the dark. */
const BATTERY_LOW = 0.15;
/** Below this the tablet is as good as full. */
const ROOM_LOW = 100 * 2 ** 20;

/** The tablet's state; nothing where the browser does not tell. */
export type Signs = Readonly<{
  /** In percent. */
  battery: number | undefined;
  batteryLow: boolean;
  /** In bytes. */
  room: number | undefined;
  roomLow: boolean;
  wall: number;
  clockWrong: boolean;
}>;

/** Look at the tablet. */
export async function signsOf({ power, roomLeft, clock }: Kit): Promise<Signs> {
  const [battery, room] = await Promise.all([power(), roomLeft()]);
  const wall = clock.wall();
  return {
    battery: battery && Math.round(battery.level * 100),
    batteryLow: battery !== undefined && !battery.charging && battery.level <= BATTERY_LOW,
    room,
    roomLow: room !== undefined && room < ROOM_LOW,
    wall,
    clockWrong: looksWrong(wall),
  };
}
