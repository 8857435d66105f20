/**
 * What the pictures are called in the four languages. Quechua words only where lexical data or common use
 * attests them (grades A and B of the vocabulary); where none is attested the picture has none, and its Spanish
 * word is said, until a speaker confirms one: docs/guide/translating.md. `quy` is Ayacucho-Chanka, `quz` Cusco-Collao.
 * Sources: CrossAndean CLDF, squoia lexicon (method, 5).
 */
import { folded } from '#base/text.ts';
import type { LabelLanguage } from '#domain/operation.ts';
import { isSymbol, type SymbolName } from '#domain/symbol.ts';

/** Words for siblings depend on whose sibling it is. */
type Word = string | Readonly<{ boy: string; girl: string }>;
type Words = Readonly<{ es: string; en: string; quy?: Word; quz?: Word }>;

/** Who speaks, as far as that changes a word. */
export type Speaker = 'boy' | 'girl';
/** Words of a community, which win over the dictionary: by picture and language. */
export type LocalWords = Readonly<Record<string, Readonly<Partial<Record<LabelLanguage, string>>>>>;
/** A word, and the language it is in. */
export type Said = Readonly<{ text: string; language: LabelLanguage }>;

export const VOCABULARY: Readonly<Record<SymbolName, Words>> = {
  self: { es: 'yo', en: 'me', quy: 'ñuqa', quz: 'ñuqa' },
  mother: { es: 'mamá', en: 'mother', quy: 'mama', quz: 'mama' },
  father: { es: 'papá', en: 'father', quy: 'tayta', quz: 'tayta' },
  grandmother: { es: 'abuela', en: 'grandmother', quy: 'hatun mama', quz: 'hatun mama, awicha' },
  grandfather: { es: 'abuelo', en: 'grandfather', quy: 'hatun tayta', quz: 'hatun tayta, machula' },
  brother: {
    es: 'hermano',
    en: 'brother',
    quy: { boy: 'wawqi', girl: 'turi' },
    quz: { boy: 'wayqi', girl: 'tura' },
  },
  sister: {
    es: 'hermana',
    en: 'sister',
    quy: { boy: 'pani', girl: 'ñaña' },
    quz: { boy: 'pana', girl: 'ñaña' },
  },
  baby: { es: 'bebé', en: 'baby', quy: 'wawa', quz: 'wawa' },
  uncle: { es: 'tío', en: 'uncle' },
  aunt: { es: 'tía', en: 'aunt' },
  cousin: { es: 'primo, prima', en: 'cousin' },
  family: { es: 'familia', en: 'family', quy: 'ayllu', quz: 'ayllu' },
  'far-relative': { es: 'familiar que vive lejos', en: 'relative who lives far away' },
  godparent: { es: 'padrino, madrina', en: 'godparent' },
  friend: { es: 'amigo, amiga', en: 'friend', quy: 'amigu, masi', quz: 'amigu, yanaqi' },
  child: { es: 'niño, niña', en: 'child', quy: 'warma', quz: 'irqi' },
  boy: { es: 'niño', en: 'boy', quy: 'qari warma', quz: 'qhari irqi' },
  girl: { es: 'niña', en: 'girl', quy: 'warmi warma', quz: 'warmi irqi' },
  neighbour: { es: 'vecino, vecina', en: 'neighbour', quy: 'wasimasi', quz: 'wasimasi' },
  farmer: {
    es: 'campesino, agricultor',
    en: 'farmer',
    quy: 'chakra llamkaq',
    quz: "chakra llank'aq",
  },
  herder: { es: 'pastor, pastora', en: 'herder', quy: 'michiq', quz: 'michiq' },
  seller: { es: 'vendedor, vendedora', en: 'seller', quy: 'rantikuq', quz: 'qhatuq' },
  teacher: { es: 'profesor, profesora', en: 'teacher', quy: 'yachachiq', quz: 'yachachiq' },
  'health-worker': {
    es: 'enfermera, personal de salud',
    en: 'nurse, health worker',
    quy: 'hampiq',
    quz: 'hampiq',
  },
  healer: { es: 'curandero, curandera', en: 'healer', quy: 'hampiq runa', quz: 'paqu, hampiq' },
  authority: {
    es: 'presidente de la comunidad',
    en: 'community leader',
    quy: 'kamachikuq',
    quz: 'kamachikuq',
  },
  varayoq: { es: 'varayoc', en: 'staff-holder', quy: 'varayuq', quz: 'varayuq' },
  mayor: { es: 'alcalde', en: 'mayor' },
  police: { es: 'policía', en: 'police officer' },
  priest: { es: 'padre, cura', en: 'priest' },
  'juntos-promoter': { es: 'promotor o gestor de Juntos', en: 'Juntos promoter' },
  'mother-leader': { es: 'madre líder', en: 'mother leader' },
  'juntos-money': {
    es: 'pago de Juntos',
    en: 'Juntos payment',
    quy: 'Juntos qullqi',
    quz: 'Juntos qullqi',
  },
  queue: { es: 'hacer cola', en: 'waiting in line' },
  'health-check': { es: 'control de salud', en: 'health check-up' },
  assembly: {
    es: 'asamblea, reunión',
    en: 'meeting, assembly',
    quy: 'huñunakuy',
    quz: 'huñunakuy',
  },
  bank: { es: 'Banco de la Nación, cajero', en: 'bank, cash point' },
  'bank-card': { es: 'tarjeta', en: 'bank card' },
  government: { es: 'el gobierno', en: 'the government' },
  house: { es: 'casa', en: 'house', quy: 'wasi', quz: 'wasi' },
  'ichu-house': { es: 'casa de ichu', en: 'house with a grass roof' },
  'kitchen-fire': { es: 'fogón, cocina', en: 'kitchen hearth', quy: 'tullpa', quz: "q'uncha" },
  yard: { es: 'patio, corral', en: 'yard, corral', quy: 'kancha', quz: 'kancha' },
  school: { es: 'escuela', en: 'school', quy: 'yachay wasi', quz: 'yachay wasi' },
  nursery: { es: 'inicial, PRONOEI', en: 'nursery school', quy: 'wawa wasi', quz: 'wawa wasi' },
  'high-school': { es: 'colegio secundario', en: 'secondary school' },
  'health-post': {
    es: 'posta de salud',
    en: 'health post',
    quy: 'hampina wasi',
    quz: 'hampina wasi',
  },
  hospital: { es: 'hospital', en: 'hospital' },
  church: { es: 'iglesia', en: 'church' },
  cemetery: { es: 'cementerio, panteón', en: 'cemetery' },
  shop: { es: 'tienda', en: 'shop', quy: 'rantina wasi', quz: 'rantina wasi' },
  market: { es: 'mercado, feria', en: 'market, fair', quy: 'qatu', quz: 'qhatu' },
  plaza: { es: 'plaza', en: 'town square' },
  'town-hall': { es: 'municipio', en: 'town hall' },
  'meeting-house': { es: 'local comunal', en: 'community hall' },
  pitch: { es: 'cancha de fútbol', en: 'football field' },
  road: { es: 'carretera', en: 'road' },
  path: { es: 'camino', en: 'path', quy: 'ñan', quz: 'ñan' },
  bridge: { es: 'puente', en: 'bridge', quy: 'chaka', quz: 'chaka' },
  footbridge: { es: 'puente de palos', en: 'footbridge' },
  field: { es: 'chacra', en: 'field, plot', quy: 'chakra', quz: 'chakra' },
  terraces: { es: 'andenes', en: 'terraced fields' },
  garden: { es: 'huerto, biohuerto', en: 'vegetable garden', quy: 'muya', quz: 'muya' },
  canal: { es: 'acequia', en: 'irrigation ditch', quy: 'larqa', quz: 'yarqha' },
  tap: { es: 'caño, pileta', en: 'water tap' },
  latrine: { es: 'baño, letrina', en: 'toilet, latrine' },
  dump: { es: 'basural', en: 'rubbish heap' },
  town: { es: 'pueblo', en: 'town, village', quy: 'llaqta', quz: 'llaqta' },
  city: { es: 'la ciudad', en: 'the city', quy: 'hatun llaqta', quz: 'hatun llaqta' },
  ruin: { es: 'ruinas, casa antigua', en: 'old house, ruin', quy: 'ñawpa wasi', quz: 'ñawpa wasi' },
  'danger-place': { es: 'lugar peligroso', en: 'dangerous place' },
  hill: { es: 'cerro', en: 'hill, mountain', quy: 'urqu', quz: 'urqu' },
  'snow-peak': { es: 'nevado', en: 'snow peak', quy: 'riti urqu', quz: "rit'i urqu" },
  river: { es: 'río', en: 'river', quy: 'mayu', quz: 'mayu' },
  lake: { es: 'laguna', en: 'lake', quy: 'qucha', quz: 'qucha' },
  spring: { es: 'manantial, puquial', en: 'spring', quy: 'pukyu', quz: 'pukyu' },
  water: { es: 'agua', en: 'water', quy: 'yaku', quz: 'unu' },
  tree: { es: 'árbol', en: 'tree', quy: 'sacha', quz: "sach'a, mallki" },
  eucalyptus: { es: 'eucalipto', en: 'eucalyptus' },
  flower: { es: 'flor', en: 'flower', quy: 'wayta', quz: "t'ika" },
  grass: { es: 'pasto, ichu', en: 'pasture', quy: 'qura, ichu', quz: 'qura, ichu' },
  stone: { es: 'piedra', en: 'stone', quy: 'rumi', quz: 'rumi' },
  sun: { es: 'sol', en: 'sun', quy: 'inti', quz: 'inti' },
  moon: { es: 'luna', en: 'moon', quy: 'killa', quz: 'killa' },
  star: { es: 'estrella', en: 'star', quy: 'quyllur', quz: "ch'aska, quyllur" },
  rain: { es: 'lluvia', en: 'rain', quy: 'para', quz: 'para' },
  wind: { es: 'viento', en: 'wind', quy: 'wayra', quz: 'wayra' },
  cloud: { es: 'nube', en: 'cloud', quy: 'puyu', quz: 'phuyu' },
  hail: { es: 'granizo', en: 'hail', quy: 'chikchi', quz: 'chikchi' },
  frost: { es: 'helada', en: 'frost', quy: 'qasa', quz: 'qasa' },
  lightning: { es: 'rayo', en: 'lightning', quy: 'illapa', quz: 'illapa' },
  rainbow: { es: 'arcoíris', en: 'rainbow', quy: 'kuychi', quz: "k'uychi" },
  night: { es: 'noche', en: 'night', quy: 'tuta', quz: 'tuta' },
  day: { es: 'día', en: 'day', quy: 'punchaw', quz: "p'unchay" },
  fire: { es: 'fuego', en: 'fire', quy: 'nina', quz: 'nina' },
  dog: { es: 'perro', en: 'dog', quy: 'allqu', quz: 'alqu, allqu' },
  cat: { es: 'gato', en: 'cat', quy: 'misi', quz: 'michi, misi' },
  cow: { es: 'vaca', en: 'cow', quy: 'waka', quz: 'waka' },
  bull: { es: 'toro', en: 'bull', quy: 'turu', quz: 'turu' },
  sheep: { es: 'oveja', en: 'sheep', quy: 'uwiha', quz: 'uwiha, uha' },
  pig: { es: 'chancho', en: 'pig', quy: 'kuchi', quz: 'khuchi' },
  hen: { es: 'gallina', en: 'hen', quy: 'wallpa', quz: 'wallpa' },
  rooster: { es: 'gallo', en: 'rooster', quy: 'utulu, gallu', quz: "k'anka" },
  'guinea-pig': { es: 'cuy', en: 'guinea pig', quy: 'quwi', quz: 'quwi' },
  llama: { es: 'llama', en: 'llama', quy: 'llama', quz: 'llama' },
  alpaca: { es: 'alpaca', en: 'alpaca', quy: 'paqu', quz: 'paqu, alpaka' },
  horse: { es: 'caballo', en: 'horse', quy: 'kawallu', quz: 'kawallu' },
  donkey: { es: 'burro', en: 'donkey', quy: 'asnu', quz: 'asnu' },
  bird: { es: 'pájaro', en: 'bird', quy: 'pisqu', quz: "p'isqu" },
  condor: { es: 'cóndor', en: 'condor', quy: 'kuntur', quz: 'kuntur' },
  fox: { es: 'zorro', en: 'fox', quy: 'atuq', quz: 'atuq' },
  fish: { es: 'pez, trucha', en: 'fish, trout', quy: 'challwa', quz: 'challwa' },
  toad: { es: 'sapo', en: 'toad, frog', quy: 'hampatu', quz: "hamp'atu" },
  mouse: { es: 'ratón', en: 'mouse', quy: 'ukucha', quz: "huk'ucha" },
  food: { es: 'comida', en: 'food', quy: 'mikuna', quz: 'mikhuna' },
  potato: { es: 'papa', en: 'potato', quy: 'papa', quz: 'papa' },
  maize: { es: 'maíz', en: 'maize', quy: 'sara', quz: 'sara' },
  bread: { es: 'pan', en: 'bread', quy: 'tanta', quz: "t'anta" },
  milk: { es: 'leche', en: 'milk' },
  egg: { es: 'huevo', en: 'egg', quy: 'runtu', quz: 'runtu' },
  meat: { es: 'carne', en: 'meat', quy: 'aycha', quz: 'aycha' },
  firewood: { es: 'leña', en: 'firewood', quy: 'yanta', quz: "llant'a" },
  money: { es: 'plata, dinero', en: 'money', quy: 'qullqi', quz: 'qullqi' },
  clothes: { es: 'ropa', en: 'clothes', quy: 'pacha', quz: "p'acha" },
  poncho: { es: 'poncho', en: 'poncho', quy: 'punchu', quz: 'punchu' },
  'carrying-cloth': { es: 'lliclla, manta', en: 'carrying cloth', quy: 'lliklla', quz: 'lliklla' },
  sandals: { es: 'ojotas', en: 'sandals', quy: 'usuta', quz: 'usuta' },
  wool: { es: 'lana', en: 'wool', quy: 'millma, millwa', quz: 'millma' },
  book: { es: 'libro', en: 'book' },
  pencil: { es: 'lápiz', en: 'pencil', quy: 'qillqana', quz: 'qillqana' },
  ball: { es: 'pelota', en: 'ball' },
  medicine: { es: 'medicina, remedio', en: 'medicine', quy: 'hampi', quz: 'hampi' },
  phone: { es: 'celular', en: 'mobile phone' },
  radio: { es: 'radio', en: 'radio' },
  television: { es: 'televisión', en: 'television' },
  light: { es: 'luz', en: 'electric light', quy: 'kanchay', quz: "k'anchay" },
  car: { es: 'carro', en: 'car, bus, truck', quy: 'karru', quz: 'karru' },
  motorbike: { es: 'moto', en: 'motorbike' },
  mototaxi: { es: 'mototaxi', en: 'mototaxi' },
  play: { es: 'jugar', en: 'to play', quy: 'pukllay', quz: 'pukllay' },
  study: { es: 'estudiar', en: 'to learn', quy: 'yachay', quz: 'yachay' },
  work: { es: 'trabajar', en: 'to work', quy: 'llamkay', quz: "llamk'ay, llank'ay" },
  herd: { es: 'pastear', en: 'to herd animals', quy: 'michiy', quz: 'michiy' },
  cook: { es: 'cocinar', en: 'to cook', quy: 'yanuy', quz: "wayk'uy" },
  dance: { es: 'bailar', en: 'to dance', quy: 'tusuy', quz: 'tusuy' },
  sing: { es: 'cantar', en: 'to sing', quy: 'takiy', quz: 'takiy' },
  feast: { es: 'fiesta', en: 'feast', quy: 'raymi', quz: 'raymi' },
  help: { es: 'ayudar, ayni', en: 'to help, ayni', quy: 'yanapay, ayni', quz: 'yanapay, ayni' },
  'communal-work': { es: 'faena, minka', en: 'communal work', quy: 'minka', quz: "mink'a" },
  fight: { es: 'pelear', en: 'to fight, quarrel', quy: 'maqanakuy', quz: 'maqanakuy' },
  give: { es: 'dar, compartir', en: 'to give, share', quy: 'quy', quz: 'quy, haywariy' },
  illness: { es: 'estar enfermo', en: 'to be ill', quy: 'unquy', quz: 'unquy' },
  apu: { es: 'apu, wamani', en: 'mountain spirit', quy: 'wamani', quz: 'apu' },
  saint: { es: 'santo, santa', en: 'saint' },
  'dead-person': { es: 'alguien que murió', en: 'somebody who died' },
  happy: { es: 'feliz', en: 'happy', quy: 'kusisqa', quz: 'kusisqa' },
  sad: { es: 'triste', en: 'sad', quy: 'llakisqa', quz: 'llakisqa' },
  afraid: { es: 'con miedo', en: 'afraid', quy: 'manchasqa', quz: 'mancharisqa' },
  angry: { es: 'molesto', en: 'angry', quy: 'piñasqa', quz: 'phiñasqa' },
  ashamed: { es: 'con vergüenza', en: 'ashamed', quy: 'pinqasqa', quz: "p'inqasqa" },
  lonely: { es: 'solo, sola', en: 'lonely', quy: 'sapallan', quz: 'sapallan' },
  loved: { es: 'querido', en: 'loved', quy: 'kuyasqa', quz: 'munasqa, khuyasqa' },
  tired: { es: 'cansado', en: 'tired', quy: 'pisipasqa', quz: "sayk'usqa" },
};

/**
 * What a picture is called. Where the language has no attested word, the Spanish one; of a speaker who did not
 * say, both words for a sibling. A picture that is not in the vocabulary is called by its name.
 */
export function wordFor(
  symbol: string,
  language: LabelLanguage,
  how: Readonly<{ speaker?: Speaker | undefined; local?: LocalWords | undefined }> = {},
): Said {
  const local = how.local?.[symbol]?.[language];
  if (local !== undefined) return { text: local, language };
  if (!isSymbol(symbol)) return { text: symbol, language };
  const words = VOCABULARY[symbol];
  const word = words[language];
  if (word === undefined) return { text: words.es, language: 'es' };
  if (typeof word === 'string') return { text: word, language };
  const { boy, girl } = word;
  return { text: how.speaker ? word[how.speaker] : `${boy} / ${girl}`, language };
}

/** Pictures on offer whose word in one of the languages is what was typed, then those whose word begins so. */
export function picturesCalled(
  typed: string,
  isOnOffer: (symbol: SymbolName) => boolean,
): SymbolName[] {
  const wanted = folded(typed).replace(/[[\]]/gu, '').trim();
  if (wanted === '') return [];
  const rows = Object.entries(VOCABULARY) as [SymbolName, Words][];
  const ranked = rows.flatMap(([symbol, words]) => {
    if (!isOnOffer(symbol)) return [];
    const forms = Object.values(words).flatMap(formsOf).map(folded);
    if (forms.includes(wanted)) return [{ symbol, rank: 0 }];
    return forms.some((form) => form.startsWith(wanted)) ? [{ symbol, rank: 1 }] : [];
  });
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.map(({ symbol }) => symbol);
}

/** The words that stand in a row of the vocabulary, each by itself. */
export function formsOf(word: Word): string[] {
  const words = typeof word === 'string' ? [word] : [word.boy, word.girl];
  return words.flatMap((one) => one.split(', '));
}
