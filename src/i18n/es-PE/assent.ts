/** Cards, questions and answers before a child begins; do or skip; my pieces; rest (children). */
export const assent = {
  'assent.title': '¿Quieres?',
} as const;
