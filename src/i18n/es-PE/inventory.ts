/** The list of whose data is on the tablet, should it be lost (adults). */
export const inventory = {
  'inventory.title': 'Si la tableta se pierde',
  'inventory.what':
    'El equipo debe poder decir de quiénes eran los datos. Saquen esta lista al cerrar el día y pásenla a otro aparato: dentro de una tableta perdida no sirve.',
  'inventory.content':
    'Lleva animales, números de autorización y cantidades. Ningún nombre, dibujo ni palabra.',
  'inventory.mark': 'Marca de esta tableta',
  'inventory.mark.note':
    'Anótenla en papel antes de viajar: así el equipo reconoce las listas de esta tableta.',
  'inventory.make': 'Sacar la lista',
  'inventory.making': 'Preparando la lista',
  'inventory.last': 'La última lista salió: {time}',
  'inventory.never': 'Todavía no salió ninguna lista.',
  'inventory.given': 'Lista: {file}. Pásenla ahora a otro aparato.',
  'inventory.cancelled': 'La lista no salió.',
  'problem.signing/failed': 'Este navegador no pudo firmar la lista. No se hizo ninguna.',
} as const;
