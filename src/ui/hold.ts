/** How long an adult holds what no child must press by a slip. Source: method, 4.3 rule 13. */
export const HOLD_MS = 2_000;
