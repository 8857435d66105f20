/** The heads of the contributors' animals: needed before any other picture, so apart from the rest. */
import type { Animal } from '#domain/contributor.ts';
import type { Picture } from '#picture/shape.ts';
import colibri from '#symbols/art/token-colibri.svg?shapes';
import condor from '#symbols/art/token-condor.svg?shapes';
import cuy from '#symbols/art/token-cuy.svg?shapes';
import lechuza from '#symbols/art/token-lechuza.svg?shapes';
import llama from '#symbols/art/token-llama.svg?shapes';
import oso from '#symbols/art/token-oso.svg?shapes';
import puma from '#symbols/art/token-puma.svg?shapes';
import sapo from '#symbols/art/token-sapo.svg?shapes';
import trucha from '#symbols/art/token-trucha.svg?shapes';
import venado from '#symbols/art/token-venado.svg?shapes';
import vicuna from '#symbols/art/token-vicuna.svg?shapes';
import zorro from '#symbols/art/token-zorro.svg?shapes';

/** The head of each animal. */
export const HEADS: Readonly<Record<Animal, Picture>> = {
  zorro,
  llama,
  colibri,
  condor,
  vicuna,
  sapo,
  cuy,
  lechuza,
  oso,
  puma,
  trucha,
  venado,
};
