/** The built-in pack "My community": works at once after the app was installed. No keys, no voices, no community codes. */
import type { AgeBand } from '#domain/age-band.ts';
import { ROUNDS } from '#domain/entry.ts';
import { FEELINGS } from '#domain/feeling.ts';
import { CHANNELS, ROLES } from '#domain/participant.ts';
import { RELATIONS } from '#domain/study.ts';
import type { Prompt, StudyPack, Words } from '#domain/study-pack.ts';

const says = (id: string, es: string, en: string): Prompt => ({
  id,
  words: { es, en },
  voices: {},
});
const card = (id: string, es: string, en: string): Prompt & { picture: string } => {
  return { ...says(id, es, en), picture: `card-${id}` };
};
const named = (id: string, es: string, en: string): { id: string; words: Words } => {
  return { id, words: { es, en } };
};
const tag = (
  id: string,
  es: string,
  en: string,
): { id: string; words: Words; dissent: boolean } => {
  return { ...named(id, es, en), dissent: false };
};
const cue = (
  id: string,
  es: string,
  en: string,
): { id: string; words: Words; dissent: boolean } => {
  return { ...named(id, es, en), dissent: true };
};

/** Before and after, and who knows whom, ask more of the youngest than a picture does. Source: method, 4.1. */
const OLDER: readonly AgeBand[] = ['9-11', '12-14'];

/** Open questions that give no answer. Source: method, 2.1. */
const PROBES = [
  says('tell', 'Cuéntame de tu dibujo.', 'Tell me about your drawing.'),
  says('here', '¿Qué pasa aquí?', 'What is happening here?'),
  says('who', '¿Quién es? ¿Qué hace?', 'Who is this? What do they do?'),
  says('missing', '¿Falta algo?', 'Is something missing?'),
  {
    ...says('before', '¿Qué pasó antes? ¿Y después?', 'What came before? And after?'),
    ages: OLDER,
  },
];

/** The pack that is there before a team has brought its own. */
export const MY_COMMUNITY_PACK: StudyPack = {
  study: 'my-community',
  version: 1,
  title: { es: 'Mi comunidad', en: 'My community' },
  languages: ['es', 'quy', 'quz', 'en'],
  communities: ['a', 'b', 'c'],
  activities: [
    {
      id: 'drawing',
      activity: 'drawing',
      title: { es: 'Dibujo libre', en: 'Free drawing' },
      prompts: [
        says('place', 'Dibuja el lugar donde vives.', 'Draw the place where you live.'),
        says('well', 'Dibuja un día en que estabas bien.', 'Draw a day when you were well.'),
        says('open', 'Dibuja lo que quieres contar.', 'Draw what you want to tell.'),
      ],
      probes: PROBES,
      rounds: ['free'],
      sectors: false,
      person: 'me',
    },
    {
      id: 'map',
      activity: 'map',
      title: { es: 'Mapa de mi comunidad', en: 'Map of my community' },
      prompts: [
        says(
          'map',
          '¿Cómo es nuestra comunidad? Dibújenla.',
          'What is our community like? Draw it.',
        ),
      ],
      probes: [
        ...PROBES,
        says('help', '¿Quién ayuda a quién?', 'Who helps whom?'),
        says('trouble', '¿Con quién hay problemas?', 'With whom is there trouble?'),
        says('safe', '¿Dónde están bien? ¿Dónde no?', 'Where are you well? Where not?'),
      ],
      rounds: ROUNDS,
      sectors: false,
      person: 'me',
    },
    {
      id: 'circles',
      activity: 'circles',
      title: { es: 'Círculos de cercanía', en: 'Circles of closeness' },
      prompts: [
        says('important', '¿Quién es importante para ti?', 'Who is important to you?'),
        says('time-with', '¿Con quién pasas tu tiempo?', 'Who do you spend your time with?'),
      ],
      probes: [
        says('why', '¿Por qué está ahí?', 'Why is it there?'),
        says('helps', '¿Quién te ayuda? ¿En qué?', 'Who helps you? With what?'),
        says('worries', '¿Quién te preocupa?', 'Who worries you?'),
        { ...says('knows', '¿Quién conoce a quién?', 'Who knows whom?'), ages: OLDER },
      ],
      rounds: ['base', 'prompted'],
      sectors: true,
      person: 'me',
    },
    {
      id: 'good-day',
      activity: 'two-panels',
      title: { es: 'Día bueno, día malo', en: 'Good day, bad day' },
      prompts: [
        {
          ...says(
            'days',
            'Un niño o una niña de aquí: un día bueno y un día malo.',
            'A child from here: a good day and a bad day.',
          ),
          ages: OLDER,
        },
        {
          ...says('days-short', 'Un día bueno. Un día malo.', 'A good day. A bad day.'),
          ages: ['6-8'],
        },
      ],
      probes: PROBES,
      rounds: ROUNDS,
      sectors: false,
      person: 'a-child',
    },
  ],
  ages: {},
  relations: RELATIONS,
  feelings: FEELINGS,
  without: [],
  words: {},
  assent: {
    cards: [
      card('invite', 'Te invitamos a dibujar y a contar.', 'We invite you to draw and to tell.'),
      card(
        'study',
        'Queremos saber cómo viven las niñas y los niños.',
        'We want to know how children live.',
      ),
      card('choose', 'Tú decides: sí, no, o después.', 'You decide: yes, no, or later.'),
      card('stop', 'Puedes parar. Nadie se molesta.', 'You can stop. Nobody minds.'),
      card(
        'voice',
        'Escribimos lo que dices, con tus palabras.',
        'We write down what you say, in your words.',
      ),
      card(
        'keep',
        'Guardamos tu dibujo con un animal, sin tu nombre.',
        'We keep your drawing with an animal, without your name.',
      ),
      card(
        'who-sees',
        'Nuestro equipo ve tu dibujo. Nadie más, si tú no quieres.',
        'Our team sees your drawing. Nobody else, unless you want that.',
      ),
      card(
        'secret',
        'Si alguien te hace daño, pedimos ayuda para ti.',
        'If somebody hurts you, we ask for help for you.',
      ),
    ],
    questions: [
      {
        ...says('can-stop', '¿Puedes parar?', 'Can you stop?'),
        card: 'stop',
        choices: [
          { picture: 'answer-can-stop', words: { es: 'Sí, puedo', en: 'Yes, I can' }, right: true },
          {
            picture: 'answer-must-go-on',
            words: { es: 'No, debo seguir', en: 'No, I must go on' },
            right: false,
          },
        ],
      },
      {
        ...says('who-will-see', '¿Quién ve tu dibujo?', 'Who sees your drawing?'),
        card: 'who-sees',
        choices: [
          { picture: 'answer-team-sees', words: { es: 'El equipo', en: 'The team' }, right: true },
          { picture: 'answer-all-see', words: { es: 'Todos', en: 'Everybody' }, right: false },
        ],
      },
    ],
  },
  channels: CHANNELS,
  roles: ROLES,
  tags: [
    tag('hesitates', 'Duda', 'Hesitates'),
    tag('talks-to-self', 'Habla solo, sola', 'Talks to self'),
    tag('laughs', 'Se ríe', 'Laughs'),
    tag('copies', 'Copia', 'Copies'),
    tag('helped', 'Alguien ayuda', 'Somebody helps'),
    tag('interrupted', 'Interrupción', 'Interruption'),
    tag('language', 'Cambia de lengua', 'Switches language'),
    cue('turns-away', 'Se aparta', 'Turns away'),
    cue('silent', 'Se calla', 'Falls silent'),
    cue('looks-at-teacher', 'Mira al profesor, a la profesora', 'Looks at teacher'),
    cue('stops-twice', 'Se detiene dos veces', 'Stops twice'),
  ],
  concerns: [
    named('physical-harm', 'Posible daño físico', 'Possible physical harm'),
    named('sexual-harm', 'Posible daño sexual', 'Possible sexual harm'),
    named('neglect', 'Posible abandono', 'Possible neglect'),
    named('self-harm', 'Quiere hacerse daño', 'Wants to hurt themselves'),
    named('other', 'Otro peligro', 'Another danger'),
  ],
  referral: {
    es: 'Escuchen. No pregunten más. No prometan guardar el secreto. Anoten la hora y las palabras. Avisen hoy a la persona responsable de su equipo. Línea 100 (Perú): llamada gratuita, todo el día.',
    en: 'Listen. Do not question. Do not promise secrecy. Note the time and the words. Tell the responsible person of your team today. Peru: Línea 100, free, day and night.',
  },
  withdrawUntil: undefined,
  spanishVoice: true,
  keys: { team: undefined, safeguarding: undefined },
};
