/** Quechua, Cusco-Collao: only words that the vocabulary attests or a speaker confirmed. All else is said in Spanish: docs/guide/translating.md. */
import type { Messages } from '#i18n/messages.ts';

export const quz: Partial<Messages> = {
  'animal.zorro': 'atuq',
  'animal.llama': 'llama',
  'animal.condor': 'kuntur',
  'animal.sapo': "hamp'atu",
  'animal.cuy': 'quwi',
  'animal.trucha': 'challwa',
  'feeling.happy': 'kusisqa',
  'feeling.sad': 'llakisqa',
  'feeling.afraid': 'mancharisqa',
  'feeling.angry': 'phiñasqa',
  'feeling.lonely': 'sapallan',
  'feeling.loved': 'munasqa, khuyasqa',
  'relation.help': 'yanapay, ayni',
  'relation.play': 'pukllay',
  'relation.work': "llamk'ay, llank'ay",
  'relation.gives': 'quy, haywariy',
  'relation.quarrel': 'maqanakuy',
  'relation.path': 'ñan',
  'relation.water': 'unu',
  'sector.family': 'ayllu',
  'sector.school': 'yachay wasi',
  'tab.family': 'ayllu',
  'tab.food': 'mikhuna',
};
