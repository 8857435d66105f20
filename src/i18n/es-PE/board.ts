import type { Gap } from '#domain/gaps.ts';
import type { Channel, Gender, NotYet, Role, Tongue } from '#domain/participant.ts';
import type { Bystander, Setting } from '#domain/session-operation.ts';
import type { NotShown } from '#domain/showing.ts';

type Chosen = Readonly<
  Record<
    | `board.bystander.${Bystander}`
    | `board.channel.${Channel}`
    | `board.gap.${Gap['kind']}`
    | `board.gender.${Gender}`
    | `board.missing.${NotYet}`
    | `board.not-shown.${NotShown}`
    | `board.role.${Role}`
    | `board.setting.${Setting}`
    | `board.tongue.${Tongue}`,
    string
  >
>;

/** The session board, the roster, groups, gaps (adults). */
export const board = {
  'welcome.board': 'Sesiones',
  'board.title': 'Sesión',
  'board.none': 'Todavía no hay sesiones de un estudio en esta tableta.',
  'board.new': 'Nueva sesión',
  'board.new.of': 'Nueva sesión: {study}',
  'board.go-on': 'Seguir',
  'board.other': 'Otras sesiones',
  'board.study-missing':
    'Sesión del {day}: falta el estudio {study}, versión {version}. Sin él no se empieza ni se sigue nada. Tráiganlo otra vez en «Estudios». Lo hecho no se pierde: se puede entregar y retirar, y escribir el diario.',
  'board.closed': 'cerrada',
  'board.handed-over': 'entregada',
  'board.people.one': '{count} persona',
  'board.people.other': '{count} personas',

  'board.battery': 'Batería {percent} %',
  'board.battery.low': 'Batería baja: {percent} %. Enchufen la tableta.',
  'board.room': 'Espacio: {gb} GB',
  'board.room.low': 'Queda poco espacio: {mb} MB. Entreguen y liberen.',
  'board.clock': 'Hora: {time}',
  'board.clock.wrong': 'La fecha está mal: {time}. Corríjanla en los ajustes de la tableta.',
  'board.unsaved': 'Algo todavía no se guardó',
  'board.saved': 'Todo guardado',
  'board.not-given': 'Sin entregar',

  'board.about': 'La sesión',
  'board.about.edit': 'Cambiar',
  'board.about.save': 'Listo',
  'board.about.unsaid': 'Falta decir dónde, en qué lengua y quién más está.',
  'board.community': 'Comunidad (código)',
  'board.setting': 'Lugar',
  'board.setting.classroom': 'Aula',
  'board.setting.patio': 'Patio',
  'board.setting.outdoors': 'Al aire libre',
  'board.setting.home': 'Casa',
  'board.setting.other': 'Otro',
  'board.language': 'Lengua en que se habla',
  'board.interpreter': 'Hay intérprete',
  'board.present': 'Personas presentes',
  'board.present.nobody': 'Nadie más',
  'board.bystander.teacher': 'Docente',
  'board.bystander.parent': 'Madre o padre',
  'board.bystander.sibling': 'Hermana o hermano',
  'board.bystander.other-adult': 'Otra persona adulta',
  'board.facilitator': 'Código de la facilitadora o facilitador',
  'board.code.note': 'Un solo código, el que les dio su equipo, y no su nombre: por ejemplo f-1',
  'board.code.wrong':
    '«{code}» todavía no se guardó. Solo valen letras sin tilde ni ñ, números y guiones, sin espacios ni comas.',

  'board.who': 'Quiénes están',
  'board.who.none': 'Agreguen a la primera persona.',
  'board.add': 'Agregar',
  'board.known': 'Ya conocidos en este estudio',
  'board.choose': 'Toquen a quienes van a trabajar.',
  'board.choose.full':
    '{who} ya no entra: trabajan juntos hasta {most}. Toquen primero a quien sale.',
  'board.person.edit': 'Ver o cambiar',
  'board.person.new': 'Nueva persona',
  'board.person.save': 'Guardar',
  'board.person.cancel': 'No guardar',
  'board.person.animal': 'Animal',
  'board.person.number': 'Número',
  'board.person.taken': '{token} ya se usó en este estudio. Elijan otro número, u otro animal.',
  'board.person.role': 'Rol',
  'board.role.child': 'Niña o niño',
  'board.role.parent': 'Madre o padre',
  'board.role.teacher': 'Docente',
  'board.role.health-worker': 'Personal de salud',
  'board.role.promoter': 'Promotor o promotora',
  'board.person.age': 'Edad en años',
  'board.person.age.wrong': 'Años enteros, de {least} a {most}.',
  'board.person.years.one': '{count} año',
  'board.person.years.other': '{count} años',
  'board.person.gender': 'Se considera',
  'board.gender.female': 'Mujer',
  'board.gender.male': 'Hombre',
  'board.gender.other': 'De otra forma',
  'board.gender.unsaid': 'No lo dijo',
  'board.person.tongues': 'Lenguas con que creció',
  'board.tongue.quy': 'Quechua chanka',
  'board.tongue.quz': 'Quechua collao',
  'board.tongue.es': 'Castellano',
  'board.tongue.other': 'Otra',
  'board.person.reference': 'Número de la autorización',
  'board.person.reference.note': 'El número del papel firmado. Nunca un nombre.',
  'board.person.explained': 'Se explicó en',
  'board.person.agreed': 'Fecha de la autorización',
  'board.person.channels': 'La familia autoriza',
  'board.person.channels.note': 'Lo que no se marca no se registra.',
  'board.channel.drawing': 'Dibujar y mapear',
  'board.channel.voice': 'Grabar la voz',
  'board.channel.photo': 'Tomar fotos',
  'board.channel.archive': 'Guardar para después',
  'board.channel.publication': 'Mostrar a otros',
  'board.person.group-only': 'Solo en grupo',
  'board.no-names': 'No hay dónde escribir nombres. Usen el animal y el número.',

  'board.missing.no-reference': 'Falta la autorización',
  'board.missing.no-channel': 'No autorizan dibujar',

  'board.group': 'Grupo',
  'board.group.make': 'Formar grupo',
  'board.group.undo': 'Deshacer grupo',
  'board.start.what': '¿Qué hacen?',
  'board.start.prompt': 'Pregunta',
  'board.start': 'Empezar',
  'board.start.alone': 'Esta persona participa solo en grupo.',
  'board.start.many': 'Son {count}, y trabajan juntos hasta {most}. Toquen a quienes salen.',
  'board.start.missing': 'Antes de empezar falta:',

  'board.works': 'Trabajos',
  'board.works.none': 'Todavía no hay trabajos.',
  'board.work': 'Trabajo',
  'board.work.who': 'De quién',
  'board.work.decision': 'Decisión',
  'board.work.open': 'Sin decidir',
  'board.work.resting': 'Descansa',
  'board.work.go-on': 'Seguir',
  'board.work.tell': 'Anotar o traducir',
  'board.work.publishable': 'Se puede mostrar',
  'board.work.given-back': 'Devuelto',
  'board.given-back.ask':
    '¿Ya tiene su copia en la mano? {what}. Queda anotado y no se puede quitar.',
  'board.given-back.yes': 'Sí, la tiene',
  'board.given-back.no': 'Todavía no',
  'board.given-back.stays': 'Quedó anotado: no se quita.',
  'board.not-shown.undecided': 'Falta decidir si se guarda.',
  'board.not-shown.private': 'Lo guarda sin mostrar.',
  'board.not-shown.no-agreement': 'Falta que la familia autorice «Mostrar a otros».',
  'board.skipped': 'No quiso: {activity}',
  'board.answered.yes': 'Quiere',
  'board.answered.not-now': 'Ahora no',
  'board.answered.no': 'No quiere',

  'board.gaps': 'Lo que falta',
  'board.gaps.none': 'No falta nada.',
  'board.gap.about': 'De la sesión: {field}',
  'board.gap.no-reference': '{who}: número de la autorización',
  'board.gap.no-channel': '{who}: autorización para dibujar',
  'board.gap.no-age': '{who}: edad',
  'board.gap.no-assent': '{who}: preguntarle si quiere',
  'board.gap.no-decision': '{what}: decidir si se guarda',
  'board.gap.no-title': '{what}: título',
  'board.gap.no-words': '{what}: lo que cuenta',
  'board.gap.no-translation': '{what}: {count} sin traducir',
  'board.gap.name': '{what}: ¿nombre de persona? {names}. Escriban quién es.',
  'board.gap.name-in-notes':
    'Notas de lo observado: ¿nombre de persona? {names}. Ya no se cambian: avisen al equipo.',

  'board.after': 'Después',
  'board.diary': 'Diario de campo',
  'board.withdraw': 'Retirar trabajos',
  'board.safeguarding': 'Protección',
  'board.studies': 'Estudios',
  'board.hand-over': 'Entregar',
  'board.close': 'Cerrar el día',
  'board.close.said': 'El día está cerrado.',
  'board.close.what':
    'Cerrar el día solo anota que terminaron: no entrega ni borra nada. Si después hacen algo más, el día se abre otra vez.',
  'board.work.of': '{activity} de {who}',
} as const satisfies Chosen & Readonly<Record<string, string>>;
