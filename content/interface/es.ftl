# The interface in Spanish. en.ftl explains each message and has the rules for translators.
# Register: usted, international Spanish, and wording that fits a person of any gender. Quotes « » without spaces.
# Numbers as the RAE writes them: 1234, but 12 345 with a no-break space.
# The plural form "many" is Spanish's own: un millón de personas.

language-name = Español
# ltr or rtl
direction = ltr
intl-tag = es
number-example = 12 345
first-of-month = 1


## The menu of commands

command-sign = Leer la petición, y firmarla mientras esté abierta
command-total = Cuántas personas se han sumado
command-share = Un texto para compartir
command-language = Cambiar de idioma
command-privacy = Quién guarda qué datos sobre usted, y por qué
command-mydata = Los datos que se guardan sobre usted, y su comprobante
command-withdraw = Retirar su firma y hacer que se borre
command-stop = No recibir más novedades
command-cancel = Terminar esta conversación y borrar sus datos (la firma se mantiene)
command-help = Lo que puede hacer aquí
command-petitions = Todas las peticiones de este bot


## What people type instead of a command: words separated by commas

typed-sign = firmar, firmo, quiero firmar, firmar la petición, empezar, comenzar
typed-total = total, cuántos, cuántos somos
typed-share = compartir, difundir
typed-language = idioma, idiomas, cambiar idioma, cambiar de idioma
typed-privacy = privacidad, aviso de privacidad
typed-mydata = mis datos, mi recibo, mi comprobante, corregir mi nombre, borrar mis datos, eliminar mis datos
typed-withdraw = retirar, retirar mi firma, quitar mi firma, borrar mi firma, eliminar mi firma, anular mi firma, retirar mi nombre, borrar mi nombre, quitar mi nombre
typed-stop = stop, parar, pare, basta, baja, darme de baja, dar de baja, cancelar suscripción, no más noticias, no más novedades, detener, desuscribir, desuscribirme, darse de baja, no más mensajes, dejen de escribirme, ya basta
typed-cancel = cancelar, olvidar esta conversación
typed-help = ayuda, comandos, menú


## Buttons: at most 30 characters

button-begin = Leer y firmar
button-continue = Continuar
button-back = Volver
button-story = Leer la historia
button-next = Siguiente
button-letter = Lo que se pide y la carta
button-consent = Antes de firmar
button-privacy = Aviso de privacidad completo
button-whole = Todo en una página
button-agree = Acepto
button-decline = No, gracias
button-anonymous = Firmar sin nombre
button-sign-as = Firmar como { $name }
button-name = Escribir un nombre
button-change-name = Cambiar el nombre
button-command = Me refería al comando
button-its-name = Es mi nombre
button-share = Compartir
button-write-for-rights = Escribe por los Derechos
button-mydata = Mis datos
button-correct = Corregir el nombre
button-keep-name = Dejarlo como está
button-read-again = Leer de nuevo
button-start = Volver a la petición
button-restart = Empezar de nuevo
button-withdraw = Retirar mi firma
button-withdraw-yes = Sí, retirarla
button-withdraw-no = No, mantenerla
button-receipt = Introducir un comprobante


## A bot with several petitions

chooser-heading = Elija una petición
chooser-intro = Este bot reúne varias peticiones. Puede leer y firmar cada una de ellas, una tras otra.
chooser-done = Por ahora no queda nada que firmar aquí. Puede volver a leer cada petición.
chooser-signed = Ha firmado esta petición.
button-more-petitions = Más peticiones
others-line =
    { $count ->
        [one] Otra petición le necesita aquí.
        [many] { $count } de peticiones más le necesitan aquí.
       *[other] { $count } peticiones más le necesitan aquí.
    }
button-other-petitions = Elegir otra petición
withdraw-which = ¿Qué firma quiere retirar?
button-withdraw-all = Retirar las { $count }
withdraw-all-ask =
    { $count ->
        [one] ¿Quiere retirar { $count } firma? Se borrará al instante, y con ella su nombre si dio uno.
        [many] ¿Quiere retirar las { $count } de firmas? Se borrarán al instante, y con ellas cada nombre que dio.
       *[other] ¿Quiere retirar las { $count } firmas? Se borrarán al instante, y con ellas cada nombre que dio.
    }
button-withdraw-all-yes = Sí, retirarlas todas
button-withdraw-all-no = No, mantenerlas
bot-description-several = Elija una de varias peticiones, léala y decida si quiere firmar, con su nombre o sin él. Nada queda firmado hasta que pulse «Firmar», y puede retirar cada firma en cualquier momento.


## The steps

preview-notice = Esto es una vista previa. Pruebe todo lo que quiera: las firmas hechas aquí no cuentan.
total-line =
    { $total ->
        [one] { $total } persona se ha sumado hasta ahora.
        [many] { $total } de personas se han sumado hasta ahora.
       *[other] { $total } personas se han sumado hasta ahora.
    }
goal-line = Próximo objetivo: { $goal }.
goal-passed = Hemos alcanzado nuestro objetivo de { $goal }. Cada firma que se suma da más peso a la carta.
total-closed =
    { $total ->
        [one] En total, se sumó { $total } persona.
        [many] En total, se sumaron { $total } de personas.
       *[other] En total, se sumaron { $total } personas.
    }
paused-notice = Por el momento no se puede firmar. Vuelva más tarde, por favor: no se ha perdido ninguna firma.
status-upcoming = La petición todavía no está abierta a la firma.
status-closed = La petición está cerrada.
status-delivered = La carta se entregó el { $day }.
closes-line = Puede firmar hasta el { $moment }.
closes-in =
    { $days ->
        [one] El plazo termina en { $days } día: puede firmar hasta el { $moment }.
        [many] El plazo termina en { $days } de días: puede firmar hasta el { $moment }.
       *[other] El plazo termina en { $days } días: puede firmar hasta el { $moment }.
    }
closes-tomorrow = El plazo termina mañana: puede firmar hasta el { $moment }.
closes-today-hour = El plazo termina hoy, a las { $time } ({ $zone }).
closes-today-day = El plazo termina hoy: puede firmar hasta el final del día (UTC).
closes-moment-hour = { $day }, a las { $time } ({ $zone })
closes-moment-day = { $day } inclusive (UTC)
closes-zone = hora de { $place }
welcome-next =
    { $minutes ->
        [one] { $minutes } minuto, más o menos. Nada queda firmado hasta que pulse «Firmar».
        [many] Unos { $minutes } de minutos. Nada queda firmado hasta que pulse «Firmar».
       *[other] Unos { $minutes } minutos. Nada queda firmado hasta que pulse «Firmar».
    }
welcome-read = Aquí puede leer la historia, lo que se pide y la carta.
letter-signature = [su nombre, si lo indica]
organiser-unset = [la persona u organización que gestiona este bot]
contact-unset = [la dirección de quien gestiona el bot]
privacy-url-unset = [la dirección de la política de privacidad del bot]
hosting-unset = [el país donde se guardan los datos]
story-page = Historia, página { $page } de { $pages }

name-heading = ¿Con su nombre o sin él?
name-recipient = Todavía no se ha firmado nada. La carta va dirigida a:
name-choice = Si da un nombre, figurará al pie de la carta, donde podrán verlo quienes la lean. Si eso puede ponerle en peligro a usted o a personas cercanas, firme sin nombre.
name-offered = Su nombre visible en esta plataforma es { $name }.
name-typed = Va a firmar como { $name }. ¿Es así como quiere firmar?
name-visible = Figurará al pie de la carta, donde podrán verlo quienes la lean.
name-or-command = Ha escrito { $name }. ¿Se refería al comando { $command } o es su nombre?
correct-heading = Corregir el nombre
correct-choice = ¿Cómo debe figurar su nombre al pie de la carta? Quienes la lean podrán verlo allí; también puede firmar sin nombre. Su firma sigue como está hasta que pulse «Firmar». Entonces su nueva elección sustituye al instante a la anterior. Sigue siendo una sola firma, y su comprobante es el mismo.

thanks-word = Gracias
thanks-recorded = Su firma ha quedado registrada.
thanks-receipt = Su comprobante: { $receipt }
thanks-withdraw = Si cambia de opinión, { $command } retira su firma y la borra.


## Why a screen is shown: one line above it

why-resumed = Nos alegra verle de nuevo. Sigamos donde lo dejó.
why-stale = Ese botón pertenece a un mensaje anterior, así que no ha cambiado nada. Ahora está aquí:
why-buttons = Use los botones de abajo. { $command } muestra qué más puede hacer aquí.
why-changed = Este texto se modificó después de que usted lo leyera; aquí tiene la nueva versión. Todavía no se ha firmado nada.
why-changed-signed = Este texto ha cambiado desde que firmó, así que aquí tiene la nueva versión. Su firma sigue como está hasta que firme con el nuevo nombre.
why-language-gone = La petición ya no está disponible en el idioma que eligió. Sigamos en este: { $language }.
why-not-open = La petición no se puede firmar en este momento. No se ha firmado nada.
why-paused = Por el momento no se puede firmar, y no se ha firmado nada. Vuelva más tarde, por favor.
why-closed = La petición se ha cerrado entretanto. No se ha firmado nada.
why-already-signed = Usted firmó el { $day }. Basta con una firma.
why-display-name = Su nombre visible en esta plataforma ha cambiado. Revíselo antes de firmar.
why-display-name-signed = Su nombre visible en esta plataforma ha cambiado. Todavía no se ha sustituido nada: revíselo antes.
why-kept = Su firma se mantiene.
why-corrected = La corrección ha quedado registrada. Sigue siendo la misma firma, con el mismo comprobante.
why-correction-gone = Su firma se retiró entretanto, así que ya no hay nombre que corregir. No se ha firmado nada.
why-correction-too-late = Ahora no se pueden corregir los nombres. Su firma sigue como está.


## Why a name is refused

name-empty = No encontramos ningún nombre en lo que ha escrito. Escriba uno, o firme sin nombre.
name-no-letter = Un nombre necesita al menos una letra o un número. Escríbalo otra vez, o firme sin nombre.
name-too-long =
    { $most ->
        [one] Ese nombre es demasiado largo para la carta. Use { $most } carácter como máximo.
        [many] Ese nombre es demasiado largo para la carta. Use { $most } de caracteres como máximo.
       *[other] Ese nombre es demasiado largo para la carta. Use { $most } caracteres como máximo.
    }
name-control = Ese nombre contiene caracteres de control, que no se pueden imprimir. Escríbalo con el teclado en lugar de pegarlo.
name-invisible = Ese nombre contiene caracteres invisibles o que invierten la dirección del texto. Escríbalo con el teclado en lugar de pegarlo.
name-unreadable = Ese nombre contiene caracteres que no se pueden imprimir en todas partes. Use letras, en el idioma que quiera.
name-marks = Hay más acentos y signos sobre una misma letra de los que se pueden imprimir. Escriba el nombre de forma más sencilla.
name-address = Escriba solo un nombre, sin enlaces, direcciones ni @usuarios. Si el nombre lleva un punto, deje un espacio después.


## Forms, and the questions that replace them

name-form-title = Su nombre
name-form-label = Nombre
name-form-hint = Tal como debe figurar al pie de la carta
name-form-submit = Continuar
name-question = Envíe el nombre en un mensaje, tal como debe figurar al pie de la carta. Todavía no se firma nada: antes podrá revisarlo.
correct-question = Envíe el nombre en un mensaje, tal como debe figurar al pie de la carta. Su firma sigue como está: antes podrá revisar el nuevo nombre.
receipt-form-title = Retirar una firma
receipt-form-label = Comprobante
receipt-form-hint = El comprobante que recibió al firmar
receipt-form-submit = Retirar
receipt-question = Envíe el comprobante en un mensaje. La firma correspondiente se borrará al instante.
receipt-unknown = No hay ninguna firma con este comprobante. Compárelo letra por letra con el que recibió. Si la firma se retiró antes, ya no está aquí.


## Answers to the commands

share-intro = Gracias por compartirlo. El texto no dice nada de usted ni indica si ha firmado.
share-label = Compartir
share-reading = { $headline } – la historia, lo que se pide y la carta, para leer aquí.
share-outcome = { $headline } – qué ha pasado después, y la historia, para leer aquí.
language-ask = Idioma actual: { $language }. ¿Qué idioma prefiere?

withdraw-ask = ¿Quiere retirar su firma? Se borrará al instante, y con ella su nombre si dio uno.
withdraw-handed-over = Una carta ya entregada no se puede recuperar.
withdraw-delivered = La carta se entregó el { $day }. Si para entonces usted había dado un nombre, puede figurar en ella, y ya no es posible quitarlo.
withdraw-nothing = No consta ninguna firma de esta cuenta, así que no hay nada que retirar.
withdraw-other-account = Si firmó desde otra cuenta, el comprobante que recibió allí le permite retirar esa firma.
withdrawn-heading = Su firma se ha retirado
withdrawn = Se ha borrado, y con ella su nombre si dio uno, aunque permanecerá un tiempo en las copias de seguridad. Su comprobante ya no es válido.
withdrawn-receipt = La firma de este comprobante se ha retirado. Se ha borrado, aunque permanecerá un tiempo en las copias de seguridad.
withdrawn-again = Gracias por haber estado a nuestro lado. Mientras la petición siga abierta, puede volver y firmar de nuevo.

cancelled-heading = Lo que guardábamos de esta conversación se ha borrado
cancelled-unsigned = No se ha firmado nada. Solo conservamos el idioma que eligió.
cancelled-signed = Su firma se mantiene. Para retirarla también, use { $command }.
declined-heading = Gracias por haber leído
declined = No se ha firmado nada, y lo que guardábamos de esta conversación se ha borrado, salvo el idioma que eligió.
declined-again = Si cambia de opinión, aquí estaremos.
messages-remain = Los mensajes siguen en este chat: bórrelos si otras personas pueden verlos.
messages-cleared = Los mensajes ya no están en esta página.

stop-updates = Usted no ha pedido novedades, así que no guardamos ninguna forma de escribirle. No hay nada que detener.
stop-instead = Para retirar su firma, use { $withdraw }. Para borrar lo que guardamos de esta conversación, use { $cancel }.

help-heading = Lo que puede hacer aquí
help-intro = Puede usar estos comandos en cualquier momento, sin perder el hilo.
help-line = { $command } – { $what }
help-organiser = Este bot lo gestiona { $organiser }. Contacto: { $contact }.
help-privacy = Política de privacidad del bot: { $url }

mydata-heading = Los datos que se guardan sobre usted
mydata-signed = Usted firmó el { $day } (idioma: { $language }).
mydata-counted = Su firma cuenta.
mydata-set-aside = Su firma se está examinando junto con otras y, mientras tanto, no cuenta. No tiene que hacer nada.
mydata-unsigned = No se guarda ninguna firma de esta cuenta.
mydata-unreadable = Su firma sigue en pie, pero esta versión del bot no puede leer lo que se guarda con ella. { $command } la retira y la borra.
mydata-held = Con su firma se guardan: el día, el idioma, la plataforma, el enlace o la tarjeta por donde llegó, si era de los nuestros, y la antigüedad aproximada de su cuenta. La cuenta figura solo como un código, sin su nombre ni su número.
mydata-name = Si dio un nombre, está cifrado. Al cabo de una hora como máximo, este bot ya no puede descifrarlo, y por eso no se muestra aquí.
mydata-correct = Si el nombre está mal escrito, puede corregirlo abajo.
mydata-erased = Los nombres se borraron el { $day }: si usted dio uno, ya no se guarda aquí.
mydata-withdraw = { $command } retira su firma y la borra.
mydata-receipt = Su comprobante: { $receipt }
mydata-consent = Esto es lo que usted aceptó:
mydata-texts = Los textos que se le mostraron al firmar, cada uno con el comienzo de su huella digital (SHA-256), para que se note cualquier cambio posterior:
mydata-text = { $text } ({ $language }): { $version }
mydata-conversation = También se guardan, de forma cifrada, hasta aproximadamente un mes después de su última visita: su idioma, el punto de esta conversación en el que está, el enlace o la tarjeta por donde llegó, si era de los nuestros, y, si lo hay, un nombre con el que todavía no ha firmado. { $command } borra todo esto al instante, salvo el idioma.
mydata-platform = La plataforma que transmite este chat puede verlo. Lo que esta guarda no depende de nosotros. Si eso le preocupa, borre el chat aquí y en sus otros dispositivos.
text-demands = Lo que se pide
text-letter = La carta
text-notice = Antes de firmar
text-privacy = El aviso de privacidad
text-consent = Su consentimiento


## When something went wrong on our side

unconfirmed = No hemos podido confirmar que se haya guardado. Inténtelo de nuevo dentro de un momento.
unconfirmed-once = Puede repetirlo sin temor: nada se registra dos veces.
apology = Algo ha fallado por nuestra parte y lo lamentamos. Inténtelo de nuevo con { $command }.
lost = Nuestra base de datos ha perdido algunos de sus últimos cambios, y puede que lo último que le dijimos ya no sea cierto. Puede faltar una firma que confirmamos. Puede haber vuelto una firma que borramos. Lo lamentamos.
lost-check = Consulte { $mydata }: verá lo que se guarda ahora sobre usted. Si no es lo que usted decidió, firme de nuevo con { $sign }, o retire de nuevo su firma con { $withdraw }. Nada se registra dos veces.


## The campaign page

page-skip = Ir a la petición
page-short-name = Petición
page-languages = Idioma
page-total-label = personas que se han sumado
page-total-week = { $count } de ellas en los últimos 7 días
page-goal-label = Próximo objetivo
page-goals-reached = Objetivos ya alcanzados: { $goals }
page-total-unknown = El total no está disponible por el momento.
page-offset =
    { $count ->
        [one] Se incluye { $count } acción contada en otro lugar (fuente: { $source }, { $day }).
        [many] Se incluyen { $count } de acciones contadas en otro lugar (fuente: { $source }, { $day }).
       *[other] Se incluyen { $count } acciones contadas en otro lugar (fuente: { $source }, { $day }).
    }
page-offsets =
    { $count ->
        [one] Se incluye { $count } acción contada en otro lugar:
        [many] Se incluyen { $count } de acciones contadas en otro lugar:
       *[other] Se incluyen { $count } acciones contadas en otro lugar:
    }
offset-entry = { $source }, { $day }: { $count }
page-preview = Esto es una vista previa. Las firmas hechas aquí se quedan en este equipo y no cuentan.
page-noscript = El chat de esta página y el total en directo necesitan JavaScript. Todo lo demás de esta página se puede leer sin él.
page-join-heading = Añada su nombre, o firme sin él
page-join-chat = Leer y firmar aquí
page-join-heading-reading = Leer la petición en un chat
page-join-chat-reading = Leer aquí
page-join-none = En este momento no hay dónde firmar.
page-sign-on = Firmar en { $platform }
page-read-on = Leer en { $platform }
page-takes =
    { $minutes ->
        [one] Le llevará más o menos { $minutes } minuto, con su nombre o sin él.
        [many] Le llevará unos { $minutes } de minutos, con su nombre o sin él.
       *[other] Le llevará unos { $minutes } minutos, con su nombre o sin él.
    }
page-scan = ¿Está en el ordenador? Escanee este código con el teléfono.
page-scan-label = Código QR del enlace a { $platform }
page-also = También en { $platforms }
page-share-heading = Comparta esta historia
page-share-intro = Esto es lo que enviará. El texto no dice nada de usted ni indica si ha firmado.
page-share-device = Compartir
page-share-email = Correo electrónico
page-story-heading = La historia
page-demands-heading = Lo que se pide
page-letter-heading = La carta
page-privacy-heading = Aviso de privacidad
page-source = { $organisation } ha dado a conocer estos hechos:
page-organiser-heading = Quién impulsa esta petición
page-organiser = { $organiser } impulsa esta petición y responde de ella.
page-contact = Contacto
page-privacy-policy = Política de privacidad de { $organiser }
page-error-heading = Esta página no se puede mostrar
page-error-not-found = No hay nada en esta dirección.
page-error-refused = No se ha podido entender la solicitud.
page-error-too-many = Han llegado demasiadas solicitudes desde su red. Espere un minuto y vuelva a intentarlo.
page-error-unavailable = Algo no funciona por el momento. Inténtelo de nuevo dentro de un minuto.
page-error-home = Ir a la petición

## The public log of the total: the page /log

log-link = Cómo ha evolucionado este número, día a día
log-heading = El registro público de este número
log-intro = Cada línea abarca uno o varios días: cuántas personas firmaron, cuántas retiraron su firma y el total. Las líneas están enlazadas entre sí y firmadas digitalmente, para que cualquiera pueda comprobar que ninguna se cambió después.
log-empty = Todavía no hay ninguna línea. La primera aparecerá aquí cuando hayan firmado al menos diez personas.
log-chart = El total del { $from } al { $until }, en una curva. Al final: { $total }.
log-lines-heading = Día a día
log-waiting = A partir del { $day } todavía no hay línea. Un día con un número de uno a nueve comparte línea con los días siguientes, para que nadie pueda ver lo que hizo una sola persona.
log-older = Líneas anteriores
log-day = Días (UTC)
log-signed = Firmadas
log-withdrawn = Retiradas
log-set-aside = Apartadas
log-released = Contadas de nuevo
log-offset = Contadas en otro lugar
log-total = Total
log-days = del { $from } al { $until }
log-correction = Corrección ({ $change }): { $reason }
log-proof-heading = Qué demuestra
log-proof-lines = Ninguna línea se cambió, se quitó ni se intercaló después. Quien haya guardado la huella firmada puede comprobar que el registro sigue empezando por las mismas líneas.
log-proof-sums = Cada total se deduce de la línea anterior, y el número de la página de la petición se deduce del registro.
log-limits-heading = Qué no demuestra
log-limits-accounts = Que cada cuenta pertenezca a una persona distinta. Una cuenta vale una sola vez, pero una persona puede tener varias.
log-limits-elsewhere = Lo que otros contaron. El registro solo muestra cuáles de sus cifras se sumaron.
log-limits-people = Quién firmó. Ninguna línea trata de una sola persona, y nadie puede usar el registro para demostrar o averiguar que alguien firmó.
log-check-heading = Compruébelo por su cuenta
log-check = El programa de esta petición es público. Su comando verify comprueba este registro si se le da la dirección de esta página. Guarde una copia de las entradas: la siguiente comprobación compara el registro con ella.
log-checkpoint = La huella firmada
log-entries = Todas las entradas, con la huella y el número
log-key = La clave pública del registro. Compárela con la que quienes impulsan la petición han publicado en otro lugar.

## For other sites, and for a hall

site-paused = Por el momento no se puede firmar.
site-goal-reached = Objetivo de { $goal } alcanzado
site-read = Leer la petición
screen-few = Menos de { $count }
screen-rounded = Redondeado a la decena inferior
screen-scan = Escanee el código para leer y firmar
screen-scan-reading = Escanee el código para leer

## The preview chat on the campaign page

chat-heading = Leer y firmar
chat-intro = Una breve conversación le guía por la historia, la carta y el consentimiento. Puede detenerse en cualquier momento.
chat-heading-reading = Leer la petición
chat-log = Conversación
chat-you = Usted eligió:
chat-working = Un momento…
chat-menu = Otras cosas que puede hacer
chat-form-close = Cerrar
chat-form-empty = Escriba algo primero.
chat-copy = Copiar
chat-copy-text = Copiar el texto y el enlace
chat-copied = Copiado.
chat-copy-failed = No se ha podido copiar. Selecciónelo y cópielo usted.
chat-shared = Compartido. Gracias.
chat-retry = Reintentar
chat-offline = Parece que no tiene conexión. Su elección se guarda aquí y se enviará cuando vuelva la conexión.
chat-too-many = Ha sido un poco rápido para nosotros. Espere un momento y vuelva a intentarlo.
chat-outdated = Esta página está desactualizada. Vuelva a cargarla.
chat-elsewhere = Esta conversación solo funciona en la dirección { $address }. Abra la página en esa dirección. Si usted gestiona esta petición, PUBLIC_URL, en su configuración, permite otra dirección.


## Cards and servers

command-petition = Leer una petición en privado, y firmarla mientras esté abierta
option-receipt = El comprobante de una firma hecha desde otra cuenta
option-petition = Qué petición
option-card-language = El idioma de la tarjeta
command-card = Publicar en este canal una tarjeta de la petición, a la vista de todos
command-milestones = Mensajes que dicen cuántas personas han firmado a través de este servidor
command-milestones-on = Publicar en este canal cuando hayan firmado bastantes más personas a través de este servidor
command-milestones-off = No publicar más esos mensajes en este servidor
option-milestones-language = El idioma de los mensajes
card-refused = Usted no tiene permiso para escribir en este canal, así que no se publicó ninguna tarjeta.
card-only-you = Lo que se abre solo lo ve usted. Nadie aquí ve lo que usted hace allí.
card-failed = El total no está disponible por el momento, así que no se publicó ninguna tarjeta. Inténtelo de nuevo dentro de un minuto.
server-total =
    { $count ->
        [one] Al menos { $count } firma llegó a través de este servidor.
        [many] Al menos { $count } de firmas llegaron a través de este servidor.
       *[other] Al menos { $count } firmas llegaron a través de este servidor.
    }
card-too-soon = Por favor, no tantas tarjetas a la vez. Podrá publicar la próxima { $moment }.
card-as-of = Última actualización: { $moment }.
card-last = Última actualización: { $moment }. Esta tarjeta ya no se actualiza.
card-moved = Hay una tarjeta más reciente en este canal. Esta ya no se actualiza.
button-newer-card = Ir a la tarjeta más reciente
share-card = Para publicar aquí una tarjeta que todo el canal pueda ver, use { $command }.
server-milestone =
    { $count ->
        [one] { $count } persona ha firmado a través de este servidor.
        [many] { $count } de personas han firmado a través de este servidor.
       *[other] { $count } personas han firmado a través de este servidor.
    }
milestones-on = El bot publicará aquí cuántas personas han firmado a través de este servidor: solo números redondos, a partir de diez, y nunca quién ha firmado. Con { $command } deja de hacerlo.
milestones-off = El bot ya no publica esos mensajes en este servidor.
milestones-refused = Solo los miembros que pueden gestionar este servidor pueden cambiar esto.
milestones-muted = El bot no tiene permiso para escribir en este canal, así que no se ha cambiado nada. Dele aquí los permisos «Ver canal» y «Enviar mensajes», y en un hilo «Enviar mensajes en hilos». Después, inténtelo de nuevo.
discord-invitation = En un servidor que tenga esta aplicación, escriba { $command }. En cualquier otro lugar, añada antes la aplicación a su cuenta. Las demás personas que estén allí no ven la conversación.


## Telegram: the bot's own page, its cards in groups, and clearing the chat

bot-description = Lea la historia, lo que se pide y la carta, y decida si quiere firmar, con su nombre o sin él. Nada queda firmado hasta que pulse «Firmar», y puede retirar su firma en cualquier momento.
bot-description-reading = Aquí puede leer la historia, lo que se pide y la carta. Si ha firmado, puede retirar su firma en cualquier momento.
card-private = La petición se abre en un chat privado. Nadie aquí ve lo que usted hace allí.
telegram-invitation = Se abre un chat privado en Telegram.
button-copy-receipt = Copiar el comprobante
button-clear-chat = Vaciar este chat
chat-cleared = Se han borrado los mensajes de los últimos dos días. Su firma se mantiene. Para quitar el resto, borre este chat, aquí y en sus otros dispositivos.
chat-not-cleared = No se han podido borrar los mensajes. Inténtelo de nuevo, o borre este chat, aquí y en sus otros dispositivos.


## The letter on paper, when it is handed over

export-signed =
    { $count ->
        [one] Firmada por una persona
        [many] Firmada por { $count } de personas
       *[other] Firmada por { $count } personas
    }
export-names = Nombres
export-anonymous =
    { $count ->
        [one] Una persona firmó sin nombre.
        [many] { $count } de personas firmaron sin nombre.
       *[other] { $count } personas firmaron sin nombre.
    }
export-as-of = Firmas a { $day }
export-total =
    { $count ->
        [one] Una firma
        [many] { $count } de firmas
       *[other] { $count } firmas
    }
export-organiser = Petición impulsada por { $organiser }
export-contact = Contacto: { $contact }
export-letters = Las cartas firmadas
export-letters-why = Cada nombre figura bajo el texto que se mostró a la persona.
export-language = Idioma
export-words = Texto
export-signatures = Firmas
export-words-current = Texto actual
export-words-former = Texto anterior
export-words-since = { $code }, mostrado desde el { $day }
export-unnamed =
    { $count ->
        [one] Una firma figura sin nombre:
        [many] { $count } de firmas figuran sin nombre:
       *[other] { $count } firmas figuran sin nombre:
    }
export-omitted =
    { $count ->
        [one] Se omitió un nombre: { $reason }
        [many] Se omitieron { $count } de nombres: { $reason }
       *[other] Se omitieron { $count } nombres: { $reason }
    }
export-former-elsewhere =
    { $count ->
        [one] Otra firma corresponde a un texto anterior, que no figura en este documento.
        [many] { $count } de firmas más corresponden a un texto anterior, que no figura en este documento.
       *[other] { $count } firmas más corresponden a un texto anterior, que no figura en este documento.
    }
export-words-lost =
    { $count ->
        [one] Otra firma corresponde a un texto que no se conservó. No figura en este documento.
        [many] { $count } de firmas más corresponden a un texto que no se conservó. No figuran en este documento.
       *[other] { $count } firmas más corresponden a un texto que no se conservó. No figuran en este documento.
    }


## Updates: an occasional message for people who asked for it after signing

button-updates = Recibir novedades
button-updates-no = No, gracias
button-updates-yes = Sí, escríbanme aquí
button-updates-open = Ver la petición
button-updates-stop = No recibir más novedades
updates-changed = Este texto se modificó después de que usted lo leyera; aquí tiene la nueva versión. Todavía no se guarda nada.
updates-on = Gracias. Le escribiremos aquí cuando haya novedades. En cualquier momento, con { $command } deja de recibirlas al instante.
updates-already = Ya lo había pedido: le escribimos aquí cuando hay novedades. Con { $command } deja de recibirlas al instante.
updates-off = Ya no recibirá más novedades. Lo que se guardaba para escribirle se ha borrado, aunque permanecerá un tiempo en las copias de seguridad.
updates-reason = Recibe este mensaje porque pidió novedades. Con { $command } deja de recibirlas al instante.
updates-trial = Esto es una vista previa, así que puede probarlo: no se guarda nada para ello ni se envía nada.
updates-tried = En una campaña real, a partir de ahora le escribiríamos aquí cuando hubiera novedades, y con { $command } dejaría de recibirlas al instante. Esta vista previa no guarda nada para ello ni envía nada. Así sería un mensaje:
updates-example = Un ejemplo, no una noticia real: «Hoy se ha entregado la carta. Gracias por estar con nosotros».
updates-trial-off = En una campaña real, con esto dejaría de recibir novedades, y lo que se guardaba para escribirle se borraría. Esta vista previa no ha guardado nada para ello ni envía novedades.
withdrawn-updates = Tampoco recibirá más novedades: lo que se guardaba para escribirle también se ha borrado.
mydata-updates-on = Usted recibe novedades: para ello se guarda, cifrada, una forma de escribir a esta cuenta, con su idioma y su consentimiento. { $command } la borra al instante.
mydata-updates-agreed = Usted las pidió el { $day }, tras leer un texto (idioma: { $language }) cuya huella digital comienza por { $version }.
mydata-updates-off = Usted no ha pedido novedades, así que no se guarda ninguna forma de escribirle.


## Slack: cards, the Home tab, and the answer to staff commands in other channels

button-post-card = Publicar una tarjeta aquí
home-private = La conversación se abre como mensaje privado de esta aplicación, en Mensajes. Los demás miembros no ven lo que usted hace allí. Quienes administran el espacio de trabajo quizá puedan verlo.
slack-invitation = Si su espacio de trabajo tiene esta aplicación, escriba allí { $command }. Los demás miembros no ven lo que usted hace allí. Quienes administran el espacio de trabajo quizá puedan verlo.
home-no-total = El total no está disponible por el momento.
staff-not-here = Lo sentimos, eso no se puede hacer aquí.
staff-unconfirmed = En este momento no se puede acceder a la base de datos, así que quizá se haya hecho y quizá no. Compruébelo dentro de un minuto y, si hace falta, inténtelo de nuevo.
staff-unread = En este momento no se puede acceder a la base de datos. Inténtelo de nuevo dentro de un minuto.
staff-unchecked = En este momento no se ha podido comprobar con Slack si este canal es privado. No se ha cambiado nada. Inténtelo de nuevo dentro de un minuto.
staff-only-admins = Solo quienes administran este grupo pueden usar los comandos del equipo.
staff-unchecked-admin = En este momento no se ha podido comprobar con Telegram si usted administra este grupo. No se ha cambiado nada. Inténtelo de nuevo dentro de un minuto.
staff-unposted = Slack no ha permitido publicar esto en el canal ({ $code }), así que solo usted lo ve. Avise a las demás personas del equipo.
staff-unposted-picture = No se ha podido publicar la imagen en el canal ({ $code }). Las cifras que aparecen allí están completas sin ella.
staff-unposted-part = No se ha podido publicar en el canal una parte de este mensaje ({ $code }).
staff-unposted-unsure = Slack no ha confirmado que esto se haya publicado en el canal ({ $code }). Compruebe si está allí.
form-unopened = Slack no ha abierto el formulario. Pulse el botón una vez más.


## Staff: what the people who run the petition read, in their rooms and on the command line

staff-help-heading = Lo que puede hacer el equipo aquí
staff-help-line = { $command }: { $what }
staff-help-total = el total, el ritmo y el próximo objetivo
staff-help-report = de dónde vienen las firmas, con una imagen
staff-help-chart = solo la imagen
staff-help-milestones = anunciar aquí cada objetivo alcanzado
staff-help-digest = el informe diario, a esa hora de esa zona horaria
staff-help-digest-weekly = el informe semanal, los lunes a esa hora de esa zona horaria
staff-help-quarantine = sacar firmas del total, por procedencia o por días (2027-01-15, 2027-01-15..2027-01-20 o 2027-01-15..); no se borra nada. Con --hold, también las firmas nuevas del mismo tipo
staff-help-quarantine-facts = lo mismo por varios criterios: indique los que importen, y se sacan las firmas que los cumplen todos. AGE, la antigüedad de la cuenta, es under-7-days, 7-to-30-days, older o unknown
staff-help-list = todas las retenciones: qué, quién, cuándo y por qué
staff-help-release = reincorporar al total las firmas de una retención
staff-help-pause = pausar las firmas en todas las plataformas
staff-help-resume = reabrir las firmas
staff-help-help = esta lista
staff-problem-command = Ese comando no existe. No se ha cambiado nada.
staff-problem-extra = Ese comando no admite tantas palabras. No se ha cambiado nada.
staff-problem-petition = Indique de qué petición se trata: añada --petition y su nombre ({ $names }). No se ha cambiado nada.
staff-problem-period = Un informe abarca today, 7d, 30d o all.
staff-problem-switch = Escriba on u off. No se ha cambiado nada.
staff-problem-digest = Escriba on, weekly u off. No se ha cambiado nada.
staff-problem-hour = Escriba la hora como 09:00 (de 00:00 a 23:59) y una zona horaria por su nombre, como Africa/Casablanca. No se ha cambiado nada.
staff-problem-selection = Indique una procedencia por su código (- para las firmas sin código), días (2027-01-15, 2027-01-15..2027-01-20 o 2027-01-15.., primero el más antiguo), o bien --source, --days, --platform, --language y --age (under-7-days, 7-to-30-days, older o unknown), por separado o juntos, cada uno una vez. No se ha cambiado nada.
staff-problem-reason = Indique el motivo, para quienes lo consulten después: --reason "…", con { $most } caracteres como máximo. No se ha cambiado nada.
staff-problem-hold = --hold se refiere a las firmas nuevas: los días no pueden terminar antes de hoy. No se ha cambiado nada.
staff-problem-number = Indique la retención por su número en la lista. No se ha cambiado nada.
staff-total-heading = El total: { $total }
staff-utc = { $time } UTC
staff-as-of = Situación a las { $time }.
staff-total-made = Contadas en otro lugar: { $offset }. Reunidas aquí: { $collected }.
staff-total-log = El registro público del total: { $address }
staff-total-today = Firmas de hoy, desde las { $from }: { $count }.
staff-total-yesterday = Ayer hasta las { $from }: { $before }; hasta las { $until }: { $after }.
staff-total-week = En comparación con el mismo día de la semana pasada a esta hora: { $difference } (unas { $before } entonces).
staff-total-hour = En la hora en curso, desde las { $time }: { $count }.
staff-total-day = Crecimiento del total en las últimas 24 horas: { $count }.
staff-goal = El próximo objetivo es { $goal }: faltan { $missing }.
staff-goal-none = Se ha alcanzado el último objetivo, { $goal }.
staff-goal-hours = Al ritmo de las últimas 24 horas se alcanzará dentro de aproximadamente { $hours } h.
staff-goal-day = Al ritmo de las últimas 24 horas se alcanzará hacia el { $day }.
staff-goal-unsure = Hubo muy pocas firmas en las últimas 24 horas para decir cuándo se alcanzará.
staff-goal-week-hours = Al ritmo de los últimos 7 días se alcanzará dentro de aproximadamente { $hours } h.
staff-goal-week-day = Al ritmo de los últimos 7 días se alcanzará hacia el { $day }.
staff-goal-week-unsure = Hubo muy pocas firmas en los últimos 7 días para decir cuándo se alcanzará.
staff-is-paused = Las firmas están en pausa.
staff-is-closed = La petición está cerrada.
staff-last-day = El { $day } se borrarán todos los nombres, y a partir de ese día nadie podrá firmar.
staff-column-count = Firmas
staff-column-channel = Plataforma
staff-column-locale = Idioma
staff-column-source = Procedencia
staff-column-age = Antigüedad de la cuenta
staff-column-status = Estado
staff-column-moved = Qué pasó
staff-row-sum = Total
staff-row-rest = Otras
staff-row-no-source = sin código
staff-row-preview-chat = Chat (vista previa)
staff-age-new = menos de 7 días
staff-age-young = de 7 a 30 días
staff-age-older = más antigua
staff-age-unknown = desconocida
staff-status-counted = contadas
staff-status-set-aside = apartadas
staff-moved-signed = firmadas
staff-moved-left = retiradas
staff-moved-set-aside = apartadas
staff-moved-released = reincorporadas
staff-report-today = Informe: hoy, { $day } (UTC)
staff-report-days = Informe: del { $from } al { $until } (UTC)
staff-report-all = Informe: todas las firmas
staff-report-moment = Todas las cifras son de un mismo momento, las { $time }. El total es { $total }.
staff-report-signed = Las firmas hechas en este periodo:
staff-report-counted = Las firmas que cuentan:
staff-report-too-few = Hay menos de { $least }: son muy pocas para mostrar de dónde vienen.
staff-report-small-counts = Las cifras menores de { $least } se agrupan en «Otras», con la inmediatamente superior si hace falta, para que no se pueda reconocer a nadie.
staff-chart-hours = Firmas por hora, { $day } (UTC)
staff-chart-days = Firmas por día (UTC)
staff-chart-weeks = Firmas por semana, según el primer día de cada una (UTC)
staff-chart-months = Firmas por mes (UTC)
staff-chart-total = Total
staff-chart-total-from = Total (el eje empieza en { $start })
staff-chart-new = Nuevas
staff-chart-left = Retiradas
staff-chart-left-some = Retiradas (sin las cifras pequeñas)
staff-chart-goal = Objetivo { $goal }
staff-chart-goal-above = Objetivo { $goal } (por encima de este eje)
staff-chart-goal-reached = Objetivo { $goal } (alcanzado)
staff-chart-rest = Sin detallar
staff-chart-running = Última barra: aún en curso
staff-chart-most = Pico: { $count } ({ $when }).
staff-chart-running-when = La última barra ({ $when }) aún está en curso.
staff-chart-growth = El total pasó de { $from } a { $until }; el objetivo es { $goal }.
staff-chart-failed = No se pudo dibujar la imagen. Las cifras que se dan aquí están completas sin ella.
staff-milestones-on = A partir de ahora, los objetivos alcanzados se anuncian aquí. El próximo es { $goal }.
staff-milestones-none = A partir de ahora, los objetivos alcanzados se anuncian aquí. No queda ninguno por alcanzar: añada otros en los ajustes de la petición.
staff-milestones-off = Los objetivos ya no se anuncian aquí.
staff-milestone-heading = { $goal }: objetivo alcanzado
staff-milestone = El total es ahora { $total }. Gracias a todas las personas que impulsan esta petición.
staff-digest-on = El informe diario llega aquí a partir de ahora. Próximo informe: { $next } ({ $zone }).
staff-digest-weekly-on = El informe semanal llega aquí a partir de ahora. Próximo informe: { $next } ({ $zone }).
staff-digest-off = Ya no llegan aquí ni el informe diario ni el semanal.
staff-digest-heading = Informe diario, { $moment } ({ $zone })
staff-digest-weekly-heading = Informe semanal, { $moment } ({ $zone })
staff-digest-pace = Firmas de los últimos 7 días: { $count }. En comparación con los 7 días anteriores: { $difference }.
staff-digest-best = Mejor día: { $day } ({ $count }).
staff-what-source = procedencia { $source }
staff-what-platform = plataforma { $platform }
staff-what-language = idioma { $language }
staff-what-age = antigüedad de la cuenta: { $age }
staff-what-days = del { $from } al { $until } (UTC)
staff-what-since = desde el { $from } (UTC)
staff-what-until = hasta el { $until } (UTC)
staff-what-hold = { $what }, también las firmas nuevas
staff-quarantine-heading = ¿Apartar estas firmas: { $what }?
staff-quarantine-count = Firmas que saldrían del total: al menos { $count }.
staff-quarantine-already = Ya apartadas, y afectadas también por esta retención: al menos { $count }.
staff-quarantine-hold = Las firmas nuevas de este tipo se apartan según llegan, hasta que se levante la retención.
staff-quarantine-kept = No se borra nada: todo se puede reincorporar, y cada persona aún puede retirar su firma. Se guarda qué se apartó, cuándo, por qué, y un código de la persona que lo hizo.
staff-reason = Motivo: { $reason }
staff-quarantine-few = Con esto saldrían del total menos de { $least } firmas. Nunca se apartan tan pocas: el total revelaría si una persona concreta ha firmado. Seleccione más. No se ha cambiado nada.
staff-quarantine-near = Esta selección y la de la retención { $number } difieren en menos de { $least } firmas: juntas revelarían si una persona concreta ha firmado. Repita exactamente lo que selecciona esa retención, o seleccione algo que difiera más. No se ha cambiado nada.
staff-quarantine-unknown = Los ajustes de la petición no nombran esa procedencia, y saldrían del total menos de { $least } firmas procedentes de ella. No se ha cambiado nada.
staff-quarantine-done = La retención { $number } está en vigor. Firmas que salieron del total: { $count }.
staff-release-heading = ¿Reincorporar estas firmas: retención { $number }, { $what }?
staff-release-count = Firmas que volverían a contar: { $count }.
staff-release-staying = Retenidas también por otra retención, y que siguen fuera del total: { $count }.
staff-release-unknown = No existe la retención { $number }. No se ha cambiado nada.
staff-release-already = La retención { $number } ya se levantó antes. No se ha cambiado nada.
staff-release-done = La retención { $number } se ha levantado. Firmas que cuentan de nuevo: { $count }.
staff-list-heading = Retenciones
staff-list-none = Nunca se ha apartado nada.
staff-list-older = Más antiguas, no mostradas aquí: { $count }.
staff-list-entry = Retención { $number }: { $what }
staff-list-held = Retenidas ahora: { $count }.
staff-list-set = Decidida el { $moment } por el código de equipo { $who }.
staff-list-released = Levantada el { $moment } por el código de equipo { $who }.
staff-pause-heading = ¿Pausar las firmas en todas las plataformas?
staff-pause-ask = A las personas que vengan a firmar se les dice que las firmas están en pausa. Leer, retirar la firma y todo lo demás sigue siendo posible.
staff-paused = Las firmas están en pausa en todas las plataformas.
staff-paused-already = Las firmas ya están en pausa.
staff-resume-heading = ¿Reabrir las firmas en todas las plataformas?
staff-resume-ask = A partir de ese momento se podrá volver a firmar.
staff-resumed = Las firmas vuelven a estar abiertas en todas las plataformas.
staff-resumed-already = Las firmas no están en pausa.
staff-pausing-since = Desde el { $moment }, por el código de equipo { $who }.
staff-done-by = Registrado con el código de equipo { $who }: representa a una persona del equipo y no nombra a nadie.
staff-closed = La petición está cerrada desde el { $day }: ya nadie puede firmar.
staff-button-set-aside = Apartar
staff-button-release = Reincorporar
staff-button-pause = Pausar las firmas
staff-button-resume = Reabrir las firmas
staff-button-cancel = No hacer nada
staff-button-refresh = Actualizar
staff-button-week = 7 días
staff-button-month = 30 días
staff-button-chart = Gráfico
staff-confirm-within = Todavía no se ha cambiado nada. Confirme en un plazo de { $minutes } minutos.
staff-confirm-unknown = Aquí no hay nada que confirmar: ya se hizo, o es demasiado tarde, o lo pidió otra persona. Esto no ha cambiado nada.
staff-confirm-changed = Entretanto llegaron o se retiraron firmas, así que no se ha hecho nada. Así está ahora. Si va demasiado rápido, use --hold, o ponga antes las firmas en pausa.
staff-alert-heading = Atención
staff-alert-over = Todo vuelve a estar bien
staff-alert-drift = El recuento diario no coincide con el total guardado. Diferencias: { $count }. Alguien ha debido de cambiar la base de datos a mano, o una versión anterior restauró una copia de seguridad: ejecute reconcile en la línea de comandos y, antes que nada, averigüe cuál de las dos cosas ocurrió.
staff-alert-drift-over = El recuento vuelve a coincidir con el total guardado.
staff-alert-names = El recuento diario ha encontrado nombres que nadie puede leer: falta en la base de datos la clave con la que están cifrados. Firmas afectadas: { $count }. Siguen contando. Ejecute reconcile en la línea de comandos y guarde todas las copias de seguridad: quizá alguna contenga la clave.
staff-alert-names-over = Ya no falta la clave de ningún nombre.
staff-alert-log = El registro público del total no coincide con las firmas. Diferencia: { $count }. Esto no se corrige solo: ejecute reconcile en la línea de comandos, averigüe la causa y añada después una línea que lo diga.
staff-alert-log-over = El registro público del total vuelve a coincidir con las firmas.
staff-alert-log-stopped = Ya no se añade nada al registro público del total: sus líneas no son las que se firmaron, o faltan algunas. Antes que nada, ejecute reconcile en la línea de comandos.
staff-alert-log-stopped-over = Vuelven a añadirse líneas al registro público del total.
staff-alert-last-day = El { $day } se borrarán todos los nombres, aunque la carta no se haya entregado, y a partir de ese día nadie podrá firmar. El aviso de privacidad lo promete. Entregue la carta antes de ese día y registre la entrega con close --delivered en la línea de comandos.
staff-last-day-heading = El último día para los nombres
staff-last-day-moved = Esta advertencia ya no es necesaria: se registró una entrega, o los ajustes indican otro día.
staff-last-day-over = Los nombres se borraron el { $day }, como promete el aviso de privacidad. El recuento se mantiene, y todavía se puede retirar la firma. Destruya ahora las copias de seguridad que aún contengan nombres.
staff-alert-store = La base de datos no responde desde las { $time }. Entretanto nadie puede firmar; a quienes lo intentan se les pide que prueben de nuevo.
staff-alert-store-over = La base de datos vuelve a responder desde las { $time }.
staff-alert-lost = La base de datos ha perdido cambios que habíamos confirmado. Personas que lo han notado hasta ahora: { $count }. Ha debido de volver a un estado anterior, como el de un servidor de reserva que iba con retraso. A cada una se le pide que lo compruebe y que firme o retire su firma de nuevo. Puede que otras aún no lo sepan: avise a la gente donde vaya a leerlo.
staff-alert-lost-over = Nadie ha notado un cambio perdido desde hace una hora.
staff-alert-platform = { $platform } no responde desde las { $time }. Entretanto nadie puede firmar ahí.
staff-alert-platform-over = { $platform } vuelve a responder desde las { $time }.
staff-alert-source = Más de { $count } firmas por hora vienen de una misma procedencia: { $source }. Si no lo esperaba, mire el informe y apártelas hasta saber más:
staff-alert-source-over = La procedencia { $source } ha vuelto a un número normal de firmas.
staff-alert-source-day = Más de { $count } firmas en 24 horas vienen de una misma procedencia: { $source }. Si no lo esperaba, mire el informe y apártelas hasta saber más:
staff-alert-source-day-over = La procedencia { $source } vuelve a tener un número normal de firmas en 24 horas.
staff-alert-wave = Firma mucha más gente de lo habitual:
staff-alert-wave-advice = Puede deberse a un artículo o un boletín, o a un script. Si nadie puede explicarlo, mire el informe: quarantine aparta firmas hasta saber más, y release las reincorpora.
staff-alert-wave-over = El número de firmas vuelve a ser normal:
staff-wave-name = { $column }: { $value }
staff-wave-hour = { $name } – en una hora { $count }; lo habitual a esta hora del día: { $usual }
staff-wave-day = { $name } – hoy (UTC) { $count }; lo habitual en un día entero: { $usual }
staff-wave-few = menos de { $count }
staff-alert-stop = Nadie ha firmado desde las { $time }. Ayer, en la hora siguiente a ese momento, el número de firmas fue { $count }. Intente firmar y mire /readyz y el registro interno del servidor.
staff-alert-stop-over = Vuelve a haber firmas.
staff-alert-stop-ended = Ahora nadie puede firmar, así que la alerta por falta de firmas ya no procede.
staff-alert-leaving = Firmas retiradas en una hora: { $count }. Averigüe por qué: puede que haya personas bajo presión, que circule un rumor o que un texto tenga un error.
staff-alert-leaving-over = El número de firmas retiradas ha vuelto a ser normal.
