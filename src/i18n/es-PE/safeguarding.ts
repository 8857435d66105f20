/** When a child is in danger (adults). */
export const safeguarding = {
  'safeguarding.title': 'Protección',
  'safeguarding.no-key':
    'Este estudio no tiene llave de protección: anótenlo en papel. Aquí no se guarda nada.',
  'safeguarding.category': '¿Qué peligro? Lo que más se parece, sin preguntar',
  'safeguarding.about': '¿De quién se trata?',
  'safeguarding.words': 'Lo que se oyó, en pocas palabras',
  'safeguarding.counted': '{count} de {most} palabras',
  'safeguarding.seal': 'Guardar bajo llave',
  'safeguarding.sealed':
    'Guardado bajo llave. En esta tableta nadie puede leerlo. Hoy mismo, avisen.',
  'safeguarding.what':
    'Lo que se guardó bajo llave no está en los archivos de las sesiones. Solo lo abre quien tiene la llave de protección del estudio. Entréguenlo hoy, solo a esa persona.',
  'safeguarding.count.one': 'Hay {count} aviso bajo llave en esta tableta.',
  'safeguarding.count.other': 'Hay {count} avisos bajo llave en esta tableta.',
  'safeguarding.none': 'En esta tableta no hay nada bajo llave.',
  'safeguarding.give': 'Entregar lo que está bajo llave',
  'safeguarding.given': 'Entregado: {file}',
  'safeguarding.cancelled': 'No se entregó. Todo sigue aquí.',
  'safeguarding.remove': 'Quitar de la tableta lo entregado: mantener apretado',
  'safeguarding.remove.note':
    '¿Ya está el archivo con la persona responsable? Entonces mantengan apretado dos segundos para quitarlo de esta tableta.',
  'problem.sealing/failed':
    'No se pudo cerrar con la llave del estudio y no se guardó nada. Anótenlo en papel.',
} as const;
