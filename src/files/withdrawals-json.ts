/** withdrawals.json: what was taken back on this tablet, so that earlier files can be cleaned. */
import * as v from 'valibot';

import { isDay } from '#base/calendar.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { isContributor, type Token } from '#domain/contributor.ts';
import { isId, type SessionId, type WorkId } from '#domain/ids.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { parsed } from '#files/envelope.ts';

const HEAD = { format: 'llaqta-withdrawals', version: 1 } as const;

const line = v.strictObject({
  session: v.custom<SessionId>((text) => typeof text === 'string' && isId('session', text)),
  token: v.exactOptional(
    v.custom<Token>((text) => typeof text === 'string' && text !== 'f' && isContributor(text)),
  ),
  work: v.exactOptional(v.custom<WorkId>((text) => typeof text === 'string' && isId('work', text))),
  on: v.pipe(
    v.string(),
    v.check((text) => isDay(text)),
  ),
});
const list = v.strictObject({
  format: v.literal(HEAD.format),
  version: v.literal(HEAD.version),
  withdrawals: v.array(line),
});

/** The list as plain values. */
export function withdrawalsJsonOf(withdrawals: readonly Withdrawal[]): unknown {
  const lines = withdrawals.map(({ session, scope, on }) => ({ session, ...scope, on }));
  return { ...HEAD, withdrawals: lines };
}

type ReadList = Result<
  readonly Withdrawal[],
  Readonly<{ code: 'session-file/broken'; path: string }>
>;

/** The list in a file of its own, or that there is none in it. */
export function readWithdrawalsFile(bytes: Uint8Array): ReadList {
  return readWithdrawalsJson(parsed(bytes));
}

/** The list, or that it is not one. */
export function readWithdrawalsJson(json: unknown): ReadList {
  const read = v.safeParse(list, json);
  const lines = read.success ? read.output.withdrawals : [];
  const withdrawals = lines.flatMap(({ session, token, work, on }): Withdrawal[] => {
    if (token && !work) return [{ session, scope: { token }, on }];
    return work && !token ? [{ session, scope: { work }, on }] : [];
  });
  return read.success && withdrawals.length === lines.length
    ? ok(withdrawals)
    : fail({ code: 'session-file/broken', path: 'withdrawals' });
}
