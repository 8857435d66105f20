/** Taking back work afterwards (adults). */
export const withdrawal = {
  'withdrawal.title': 'Retirar trabajos',
  'withdrawal.what':
    'Cuando una familia, una niña o un niño ya no quiere participar, aquí se borra lo suyo. Lo de las demás personas queda.',
  'withdrawal.children': 'Una niña o un niño, de todo',
  'withdrawal.pieces': 'Un solo trabajo',
  'withdrawal.none': 'En esta tableta no hay nada que retirar.',
  'withdrawal.sessions.one': '{count} sesión',
  'withdrawal.sessions.other': '{count} sesiones',
  'withdrawal.goes': 'Esto se borra para siempre',
  'withdrawal.goes.child':
    'Su animal, lo que se sabe de ella o de él, lo que respondió y lo que se anotó.',
  'withdrawal.goes.piece': 'El trabajo entero, de todas las personas que lo hicieron.',
  'withdrawal.goes.works.one': '{count} trabajo entero.',
  'withdrawal.goes.works.other': '{count} trabajos enteros.',
  'withdrawal.goes.parts':
    'De trabajos compartidos: figuras: {items}, uniones: {links}, sentimientos: {stamps}, trazos: {strokes}, relatos: {quotes}.',
  'withdrawal.stays': 'Esto queda',
  'withdrawal.stays.shared.one':
    '{count} trabajo compartido, con lo que hicieron las demás personas.',
  'withdrawal.stays.shared.other':
    '{count} trabajos compartidos, con lo que hicieron las demás personas.',
  'withdrawal.stays.others': 'Todo lo de las demás personas.',
  'withdrawal.stays.stone': 'El dato de que algo se retiró hoy, sin nada de su contenido.',
  'withdrawal.stays.files':
    'Los archivos y las copias que ya salieron: no se pueden cambiar desde aquí.',
  'withdrawal.by-hand': 'Esto hay que revisarlo a mano',
  'withdrawal.by-hand.diary':
    'El diario de campo y las notas que no dicen de quién son (cuando varias personas dibujan a la vez): ahí puede estar su nombre. Días: {days}. En el diario bórrenlo ustedes; las notas se muestran después de retirar, para quitarlas.',
  'withdrawal.notes':
    'Estas notas no dicen de quién son. Léanlas y quiten las que hablan de quien se retira.',
  'withdrawal.notes.erase': 'Quitar',
  'withdrawal.notes.ask': '¿Quitar «{what}»? Ya no vuelve.',
  'withdrawal.notes.yes': 'Sí, quitar',
  'withdrawal.notes.no': 'Dejar',
  'withdrawal.unreadable.one':
    '{count} sesión de esta tableta no se puede leer: ahí no se buscó y nada se retira. Avisen al equipo.',
  'withdrawal.unreadable.other':
    '{count} sesiones de esta tableta no se pueden leer: ahí no se buscó y nada se retira. Avisen al equipo.',
  'withdrawal.late': 'El plazo del estudio para retirar terminó el {day}.',
  'withdrawal.late.yes': 'El equipo está de acuerdo en retirar de todos modos.',
  'withdrawal.hold': 'Retirar: mantener apretado dos segundos',
  'withdrawal.busy': 'Retirando',
  'withdrawal.done':
    'Se retiró. En los trabajos y las respuestas que hay aquí ya no queda nada de eso.',
  'withdrawal.files':
    'Estos archivos salieron antes y todavía lo tienen. Entreguen otra vez: la lista de retiros va en el archivo nuevo. Los de imágenes para mostrar se borran donde estén.',
  'withdrawal.copies.one':
    'De {count} trabajo se dio una copia, en papel o como dibujo.png. Miren también en las descargas de esta tableta.',
  'withdrawal.copies.other':
    'De {count} trabajos se dio una copia, en papel o como dibujo.png. Miren también en las descargas de esta tableta.',
  'withdrawal.no-files': 'No está anotado que algo de eso haya salido de esta tableta.',
  'withdrawal.another': 'Retirar algo más',
  'withdrawal.on-sheet': 'Cosas retiradas a pedido: {count}',
  'withdrawal.list': 'Elegir una lista de retiros',
  'withdrawal.list.what': 'withdrawals.json, o un archivo de sesión más nuevo con su lista.',
  'withdrawal.list.bad': 'Ahí no hay una lista de retiros.',
  'withdrawal.list.nothing': 'De esta sesión la lista no retira nada más.',
  'withdrawal.reduced':
    'Se quitó lo que se retiró. Trabajos enteros: {works}; de trabajos compartidos: figuras: {items}, uniones: {links}, sentimientos: {stamps}, trazos: {strokes}, relatos: {quotes}. Lo que se cuenta abajo ya es sin eso.',
  'withdrawal.save': 'Guardar el archivo reducido',
  'withdrawal.saved': 'Guardado: {file}. Borren el archivo anterior.',
} as const;
