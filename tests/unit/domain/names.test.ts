import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { FAMILY_NAMES, GIVEN_NAMES, NAMES_AND_WORDS } from '#domain/name-words.ts';
import { namesIn, withRole } from '#domain/names.ts';
import { keysOf } from '#domain/spoken-words.ts';
import { en } from '#i18n/en.ts';
import { everydayWords } from '#i18n/everyday.ts';
import { esPE } from '#i18n/es-PE.ts';
import { VOCABULARY } from '#i18n/vocabulary.ts';

const everyday = everydayWords({ house: { quz: 'Wasicha' } }, ['b', 'Rumichaka']);

function found(text: string): string[] {
  return namesIn(text, everyday).map(({ word }) => word);
}

/** A roster that nobody bears, in sentences as they are told: what is said, and the names in it. */
const ROSTER: readonly (readonly [string, ...string[]])[] = [
  // Spanish
  ['Juan es mi amigo', 'Juan'],
  ['mi mamá se llama maría', 'maría'],
  ['Aquí vive Carlos Quispe con su perro', 'Carlos Quispe'],
  ['La profesora Nelly Huamán nos enseña', 'Nelly Huamán'],
  ['Mi vecino Mamani tiene ovejas', 'Mamani'],
  ['jugamos con wilber y yeni', 'wilber', 'yeni'],
  ['Mi prima Luz cocina', 'Luz'],
  ['mi prima luz cocina', 'luz'],
  ['Doña Rosa vende pan', 'Rosa'],
  ['la Rosa me pegó', 'Rosa'],
  ['Fui a ver a Yhoselyn', 'Yhoselyn'],
  ['Rosa Flores es la presidenta', 'Rosa Flores'],
  ['Sra. Blanca da la leche', 'Blanca'],
  ['El papá de Thiago trabaja en Lima', 'Thiago'],
  ['JUAN CONDORI', 'JUAN CONDORI'],
  ['Don Máximo y don Ángel pelean', 'Máximo', 'Ángel'],
  ['Juan de la Cruz es mi padrino', 'Juan de la Cruz'],
  ['María del Carmen Sulca', 'María del Carmen Sulca'],
  ['la casa de los Ñahui', 'Ñahui'],
  ['Mi hermana Sol no vino', 'Sol'],
  ['La enfermera: Edith. Ella pesa a los bebés', 'Edith'],
  ['Fui con mi amigo Brayan; él es de Huanta', 'Brayan'],
  ['Núñez y Nunez', 'Núñez', 'Nunez'],
  ['mi primo se llama domingo', 'domingo'],
  ['Santa Quispe vive al frente', 'Quispe'],
  ['Es Juan de Thiago', 'Juan', 'Thiago'],
  ['aquí vive rosa quispe', 'rosa quispe'],
  ['Rosas, Juana las cuida', 'Juana'],
  // Ayacucho Quechua
  ['Mariaqa wasiypi kachkan', 'Maria'],
  ['Kayqa Juanpa wasin', 'Juan'],
  ['Rosachay hamun', 'Rosa'],
  ['Kaypi Rosachallaypaq pukllani', 'Rosa'],
  ['pidruwan pukllani', 'pidru'],
  ['Ñuqaqa Teodosiawan rini', 'Teodosia'],
  ['Panay Luzmi', 'Luz'],
  ['Yachachiqniyqa Huamanmi', 'Huaman'],
  ['Paulinapas, Fredypas hamunku', 'Paulina', 'Fredy'],
  ['Wasiypi Yerson tiyan', 'Yerson'],
  // Cusco Quechua
  ['Saturninaq wasin', 'Saturnina'],
  ['Mamaniman qurqani', 'Mamani'],
  ['Wayqiy Ccahuana', 'Ccahuana'],
  ['Noemíqa llank’ashan', 'Noemí'],
  ['Luischakuna pukllashanku', 'Luis'],
  ['Sutiyqa Urpi', 'Urpi'],
  // English
  ['My aunt Flor sells bread', 'Flor'],
  ['I go with Ruth to school', 'Ruth'],
  ['Here is Wilfredo’s house', 'Wilfredo'],
  ['My friend is called Jhoan', 'Jhoan'],
];

/** Persons by role, pictures and places, as they are told. */
const NO_NAMES = [
  ...['mi tía', 'Mi tía', 'La profesora', 'la enfermera de la posta', 'Mi Mamá y mi Papá', 'doña'],
  ...['El vecino me saluda', 'mi abuelita cocina', 'Mi padrino y mi madrina', 'don', 'La señora'],
  ...['Aquí está mi Hermano', 'la Profesora habla con el Alcalde', 'el presidente de la comunidad'],
  ...[
    'mi [tía] me cuida',
    '[Profesora]',
    'La [hermana] de mi [amiga]',
    '[promotor o gestor de Juntos]',
  ],
  ...['El Sol y la Luna', 'Luz', 'Flor', 'Rosa', 'una rosa blanca', 'la flor es rosa', 'El mar'],
  ...[
    'la cruz del cerro',
    'Mi papá cultiva papa',
    'la paz',
    'una luz en la noche',
    'rocío en el pasto',
  ],
  ...['Fuimos a Huamanga', 'Mi papá está en Lima', 'la comunidad de Sarhua', 'cerro Rasuwillka'],
  ...[
    'el río Pampas',
    'en Chuschi hay feria',
    'la fiesta de San Juan',
    'Santa Rosa',
    'Virgen María',
  ],
  ...[
    'el Niño Jesús nació en Navidad',
    'la Virgen del Carmen',
    'la Cruz de Mayo',
    'Dios nos cuida',
  ],
  ...['Nos dan plata de Juntos', 'el Banco de la Nación', 'vamos a Qali Warma', 'la Pachamama'],
  ...['el 28 de Julio', 'en Julio no hay clases', 'el Domingo descansamos', 'Los Lunes', 'el Perú'],
  ...['MI PUEBLO', 'Mi pueblo. La escuela. El río', '¿Qué es? Es la chacra', 'Vivo en Rumichaka'],
  ...['hablamos Quechua y Castellano', 'Es de noche: Todos duermen', 'Dijo: "Vamos a jugar"'],
  ...['Kayqa wasiy', 'Mamaypa wasin', 'Taytay chakrapi llamkan', 'Wawqiymi', 'Panaywan pukllani'],
  ...[
    'Yachachiqniyqa sumaqmi',
    'Apu Wamani',
    'Taytacha, Mamacha',
    'Ayacuchomanta hamuni',
    'nina, sara',
    'vamos a Huancapi',
    'Kaypi Qochapampamanta hamuni',
    'Palomas vuelan',
    'VIVO MUY TRANQUILO',
    'jugamos anata',
    'Cruzpi tiyani',
    'colegio de la Victoria',
  ],
  ...['Limapi tiyan', 'Kaypi Vinchosmanta hamuni', 'sarata tarpuni', 'ninata ruwani', 'inti killa'],
  ...[
    'warmi wawa',
    'irqikuna pukllashanku',
    "t'ikakuna",
    'Wasicha',
    'mayta rinki',
    'mamanmi',
    'huk wasi',
  ],
  ...[
    'My aunt and I',
    'the Teacher',
    'I live in Peru',
    'On Monday I go to school',
    "I'm here",
    'My Mom',
  ],
  ...['the nurse of the health post', 'we speak Quechua', 'My grandmother cooks', 'a house, a hen'],
];

describe('a roster', () => {
  test.each(ROSTER)('[T8] in "%s" all that are names are seen', (text, ...names) => {
    expect(found(text)).toEqual(names);
  });

  test('[T8] frequent names are seen in whatever way they are written', () => {
    for (const name of [...GIVEN_NAMES, ...FAMILY_NAMES]) {
      const large = name.charAt(0).toUpperCase() + name.slice(1);
      for (const way of [name, large, name.toUpperCase()]) {
        expect([way, found(`aquí vive ${way}`)]).toEqual([way, [way]]);
      }
    }
  });

  test('[T8] a name that is another word, too, is seen after whom it is of, and with a capital inside a sentence', () => {
    for (const name of NAMES_AND_WORDS) {
      expect([name, found(`es ${name}`)]).toEqual([name, []]);
      expect([name, found(`mi prima ${name}`)]).toEqual([name, [name]]);
    }
  });
});

describe('what is no name', () => {
  test.each(NO_NAMES)('[T8] "%s" is not taken for one', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('[T8] no word of a picture is, in four languages, small or large, nor the app’s own words', () => {
    for (const words of Object.values(VOCABULARY)) {
      const forms = Object.values(words).flatMap((one) =>
        typeof one === 'string' ? one : [one.boy, one.girl],
      );
      for (const form of forms) {
        expect([form, found(form)]).toEqual([form, []]);
        const large = form.replaceAll(/(?<=^|[ ,])\p{Ll}/gu, (letter) => letter.toUpperCase());
        expect([large, found(`Aquí está la ${large}`)]).toEqual([large, []]);
      }
    }
    for (const text of [...Object.values(esPE), ...Object.values(en)]) {
      expect([text, found(text.toLowerCase())]).toEqual([text, []]);
    }
  });

  const listed = new Set([...GIVEN_NAMES, ...FAMILY_NAMES, ...NAMES_AND_WORDS]);
  property.prop([
    fc.array(fc.stringMatching(/^[bcdfghjklñqrtvwxz]{2,9}$/)),
    fc.constantFrom(' ', ', ', '. '),
  ])('[T8] without capitals and without a frequent name nothing is', (words, between) => {
    fc.pre(!words.some((word) => keysOf(word).some((key) => listed.has(key))));

    expect(found(words.join(between))).toEqual([]);
  });
});

describe('where a name stands', () => {
  const parts = fc.constantFrom(
    'Juanpa',
    'Rosa',
    'mi tía',
    'Quispe',
    '🐑',
    'Mari\u0301a',
    '. ',
    ', ',
    'de la',
  );

  property.prop([fc.array(fc.oneof(parts, fc.string({ unit: 'grapheme' })))])(
    '[T8] it is where it is said to be, each after the one before',
    (said) => {
      const text = said.join(' ');
      let before = 0;
      for (const { word, start, end } of namesIn(text, everyday)) {
        expect(text.slice(start, end)).toBe(word);
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        before = end;
      }
    },
  );

  test('[T9] who it is stands in brackets in its place, with the endings it had, and is no name', () => {
    const text = '🐑 Kayqa Mari\u0301apa wasin';
    const [name] = namesIn(text, everyday);
    const mended = withRole(text, name!, 'ñaña');

    expect(mended).toBe('🐑 Kayqa [ñaña]pa wasin');
    expect(found(mended)).toEqual([]);
  });

  property.prop([
    fc.array(fc.constantFrom('Juan', 'Rosa Quispe', 'Yhoselyn', 'el perro', 'y', 'de', '.', ',')),
  ])('[T9] name by name all are put otherwise', (said) => {
    let text = `veo a ${said.join(' ')}`;
    for (let count = 0; count <= said.length; count++) {
      const [name] = namesIn(text, everyday);
      if (name) text = withRole(text, name, 'tía');
    }

    expect(found(text)).toEqual([]);
  });
});
