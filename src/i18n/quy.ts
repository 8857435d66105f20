/** Quechua, Ayacucho-Chanka: only words that the vocabulary attests or a speaker confirmed. All else is said in Spanish: docs/guide/translating.md. */
import type { Messages } from '#i18n/messages.ts';

export const quy: Partial<Messages> = {
  'animal.zorro': 'atuq',
  'animal.llama': 'llama',
  'animal.condor': 'kuntur',
  'animal.sapo': 'hampatu',
  'animal.cuy': 'quwi',
  'animal.trucha': 'challwa',
  'feeling.happy': 'kusisqa',
  'feeling.sad': 'llakisqa',
  'feeling.afraid': 'manchasqa',
  'feeling.angry': 'piñasqa',
  'feeling.lonely': 'sapallan',
  'feeling.loved': 'kuyasqa',
  'relation.help': 'yanapay, ayni',
  'relation.play': 'pukllay',
  'relation.work': 'llamkay',
  'relation.gives': 'quy',
  'relation.quarrel': 'maqanakuy',
  'relation.path': 'ñan',
  'relation.water': 'yaku',
  'sector.family': 'ayllu',
  'sector.school': 'yachay wasi',
  'tab.family': 'ayllu',
  'tab.food': 'mikuna',
};
