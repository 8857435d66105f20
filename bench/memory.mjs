/** Memory that the system gave to the processes of pages, from /proc; Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

/** The most that all pages' processes of this browser held while `act` ran, over what they held before, in MB. */
export async function peakWhile(browserPid, act) {
  const before = heldBy(browserPid);
  let peak = before;
  const look = setInterval(() => {
    peak = Math.max(peak, heldBy(browserPid));
  }, 20);
  const value = await act();
  clearInterval(look);
  return { value, peakMB: peak - before };
}

function heldBy(browserPid) {
  return processes()
    .filter(({ pid }) => descends(pid, browserPid))
    .reduce((sum, { pid }) => sum + privateMB(pid), 0);
}

let parents = new Map();

function processes() {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const stat = read(`/proc/${pid}/stat`);
      const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
      const isPage = read(`/proc/${pid}/cmdline`)?.includes('--type=renderer');
      return parent ? [{ pid, parent, isPage }] : [];
    });
  parents = new Map(found.map(({ pid, parent }) => [pid, parent]));
  return found.filter(({ isPage }) => isPage);
}

function descends(pid, ancestor) {
  for (let at = pid; at; at = parents.get(at)) if (at === String(ancestor)) return true;
  return false;
}

/** Resident less what is shared with others. */
function privateMB(pid) {
  const [, resident = '0', common = '0'] = (read(`/proc/${pid}/statm`) ?? '').split(' ');
  return ((Number(resident) - Number(common)) * 4096) / 1e6;
}

/** A process may end while it is looked at. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
