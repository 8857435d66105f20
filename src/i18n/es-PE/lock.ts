/** The PIN, and what it guards (adults). */
export const lock = {
  'lock.title': 'PIN de las personas adultas',
  'lock.ask': 'Escriban el PIN',
  'lock.digits.one': 'Hay {count} cifra',
  'lock.digits.other': 'Hay {count} cifras',
  'lock.delete': 'Quitar la última cifra',
  'lock.enter': 'Listo',
  'lock.guards':
    'El PIN cierra la pantalla, no los datos. Contra la pérdida o el robo protege el bloqueo de la misma tableta.',
  'lock.back': 'Volver',
  'lock.forgotten': 'Olvidamos el PIN',
  'lock.have-pin': 'Escribir el PIN',
  'lock.recover': 'Escriban el código de recuperación. Se anotó en papel cuando se puso el PIN.',
  'lock.code': 'Código de recuperación',
  'lock.open': 'Abrir',
  'lock.sealed':
    '¿No está el papel? Envíen este texto al equipo del estudio. Lo abre con su llave y les dice el código.',
  'lock.not-sealed':
    '¿No está el papel? Esta tableta no tiene la llave de un equipo: nadie más puede abrir.',
  'lock.sealed-text': 'Texto para el equipo',
  'pin.none': 'Sin PIN todo está abierto. Con PIN, solo ustedes salen de la pantalla de los niños.',
  'pin.set': 'Poner un PIN',
  'pin.on': 'Esta tableta tiene un PIN.',
  'pin.change': 'Cambiar el PIN',
  'pin.remove': 'Quitar el PIN',
  'pin.now': 'Escriban el PIN de ahora',
  'pin.new': 'Escriban un PIN nuevo, de 4 a 6 cifras',
  'pin.again': 'Escríbanlo otra vez',
  'pin.not-same': 'No era igual. Empiecen otra vez.',
  'pin.recovered': 'Se abrió con el código. Pongan un PIN nuevo.',
  'pin.code':
    'Anoten este código en papel y guárdenlo lejos de la tableta. No se muestra otra vez.',
  'pin.noted': 'Ya lo anotamos',
  'problem.pin/wrong': 'No es. Intentos que quedan: {left}',
  'problem.pin/wait': 'Muchos intentos. Esperen {time}',
} as const;
