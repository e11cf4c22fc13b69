# The interface in Spanish. en.ftl explains each message and has the rules for translators.
# Register: usted, international Spanish, and wording that fits a person of any gender.
# The plural form "many" is Spanish's own: un millón de personas.

language-name = Español
# ltr or rtl
direction = ltr


## The menu of commands

command-sign = Leer la petición, y firmarla mientras esté abierta
command-total = Cuántas personas se han sumado
command-share = Un texto para compartir
command-language = Cambiar de idioma
command-privacy = Quién guarda qué sobre usted, y por qué
command-mydata = Lo que se guarda sobre usted, y su comprobante
command-withdraw = Retirar su firma y hacer que se borre
command-stop = No recibir más novedades
command-cancel = Olvidar esta conversación (la firma se mantiene)
command-help = Lo que puede hacer aquí


## Buttons: at most 30 characters

button-begin = Leer y firmar
button-continue = Continuar
button-back = Volver
button-story = Leer la historia
button-next = Siguiente
button-letter = Peticiones y carta
button-consent = Antes de firmar
button-privacy = Aviso completo
button-whole = Todo en una página
button-agree = Acepto
button-decline = No, gracias
button-anonymous = Firmar sin nombre
button-sign-as = Firmar como { $name }
button-name = Escribir un nombre
button-change-name = Escribirlo de otra forma
button-share = Compartir
button-write-for-rights = Escribe por los Derechos
button-mydata = Lo que se guarda sobre mí
button-read-again = Leer de nuevo
button-start = Volver al principio
button-restart = Empezar de nuevo
button-withdraw = Retirar mi firma
button-withdraw-yes = Sí, retirarla
button-withdraw-no = No, mantenerla
button-receipt = Introducir un comprobante


## The steps

preview-notice = Esto es una vista previa. Pruebe todo lo que quiera: las firmas hechas aquí no cuentan.
total-line =
    { $total ->
        [one] { $total } persona se ha sumado hasta ahora.
        [many] { $total } de personas se han sumado hasta ahora.
       *[other] { $total } personas se han sumado hasta ahora.
    }
goal-line = El próximo objetivo es { $goal }.
goal-passed = Hemos alcanzado nuestro objetivo de { $goal }. Cada nombre más sigue dando peso a la carta.
total-closed =
    { $total ->
        [one] En total, se sumó { $total } persona.
        [many] En total, se sumaron { $total } de personas.
       *[other] En total, se sumaron { $total } personas.
    }
paused-notice = La recogida de firmas está en pausa por el momento. Vuelva más tarde, por favor: no se ha perdido ninguna firma.
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
        [many] Unos { $minutes } minutos. Nada queda firmado hasta que pulse «Firmar».
       *[other] Unos { $minutes } minutos. Nada queda firmado hasta que pulse «Firmar».
    }
welcome-read = Aquí puede seguir leyendo la historia, las demandas y la carta.
letter-signature = [su nombre, o ningún nombre]
organiser-unset = [la persona u organización que gestione este canal]
contact-unset = [su dirección]
privacy-url-unset = [la dirección de su política de privacidad]
hosting-unset = [el país donde se guardan los datos]
story-page = La historia, página { $page } de { $pages }

name-heading = ¿Con su nombre o sin él?
name-recipient = Esta es la persona que recibirá la carta:
name-choice = Puede firmar sin nombre: su firma vale exactamente lo mismo. Si da un nombre, figurará al pie de la carta, donde podrán leerlo quienes la reciban. Si eso puede poner en peligro a usted o a personas cercanas, firme sin nombre.
name-offered = El nombre que esta plataforma muestra de usted es { $name }.
name-typed = Va a firmar como { $name }. ¿Es así como lo quiere?
name-visible = Figurará al pie de la carta, donde podrán leerlo quienes la reciban.

thanks-word = Gracias
thanks-recorded = Su firma ha quedado registrada.
thanks-receipt = Su comprobante: { $receipt }
thanks-withdraw = Si cambia de opinión, { $command } retira su firma y la borra.


## Why a screen is shown: one line above it

why-resumed = Nos alegra verle de nuevo. Seguimos donde lo dejó.
why-stale = Ese botón pertenece a un mensaje anterior, así que no ha cambiado nada. Usted está ahora en este punto.
why-buttons = Para continuar, use los botones de abajo. { $command } muestra qué más puede hacer aquí.
why-changed = Este texto se modificó después de que usted lo leyera, así que aquí lo tiene de nuevo tal como es ahora. Todavía no se ha firmado nada.
why-language-gone = La petición ya no está disponible en el idioma que eligió. Seguimos en este: { $language }.
why-not-open = La petición no se puede firmar en este momento. No se ha firmado nada.
why-paused = La recogida de firmas está en pausa por el momento y no se ha firmado nada. Vuelva más tarde, por favor.
why-closed = La petición se ha cerrado entretanto. No se ha firmado nada.
why-already-signed = Usted firmó el { $day }. Basta con una firma.
why-display-name = El nombre que esta plataforma muestra de usted ha cambiado. Revíselo antes de firmar, por favor.
why-kept = Su firma se mantiene.


## Why a name is refused

name-empty = Ahí no hay ningún nombre que leer. Escriba uno, por favor, o firme sin nombre.
name-no-letter = Un nombre necesita al menos una letra o un número. Escríbalo otra vez, por favor, o firme sin nombre.
name-too-long =
    { $most ->
        [one] Es más de lo que cabe al pie de la carta. Use { $most } carácter como máximo, por favor.
        [many] Es más de lo que cabe al pie de la carta. Use { $most } de caracteres como máximo, por favor.
       *[other] Es más de lo que cabe al pie de la carta. Use { $most } caracteres como máximo, por favor.
    }
name-control = Ahí hay caracteres de control, que no se pueden imprimir. Teclee el nombre en lugar de pegarlo, por favor.
name-invisible = Ahí hay caracteres que nadie puede ver o que dan la vuelta al texto. Teclee el nombre en lugar de pegarlo, por favor.
name-unreadable = Ahí hay caracteres que no se pueden imprimir en todas partes. Escriba el nombre con las letras de cualquier idioma, por favor.
name-marks = Hay más acentos y signos apilados sobre una letra de los que se pueden imprimir. Escriba el nombre de forma más sencilla, por favor.
name-address = Eso parece una dirección web. Escriba solo un nombre, por favor: figurará al pie de la carta.


## Forms, and the questions that replace them

name-form-title = Su nombre
name-form-label = Nombre
name-form-hint = Tal como debe figurar al pie de la carta
name-form-submit = Continuar
name-question = Envíe el nombre en un mensaje, tal como debe figurar al pie de la carta. Todavía no se firma nada: antes lo verá una vez más.
receipt-form-title = Retirar una firma
receipt-form-label = Comprobante
receipt-form-hint = El comprobante que recibió al firmar
receipt-form-submit = Retirar
receipt-question = Envíe el comprobante en un mensaje. La firma a la que corresponde se borra entonces al instante.
receipt-unknown = No hay ninguna firma con este comprobante. Compárelo letra por letra con el que recibió, por favor. Si la firma ya se retiró, no queda nada de ella.


## Answers to the commands

share-intro = Gracias por compartirlo. El texto no dice nada de usted, ni si ha firmado.
share-label = Compartir
share-reading = { $headline } – la historia, las demandas y la carta, para leer aquí.
share-outcome = { $headline } – qué ha pasado después, y la historia, para leer aquí.
language-ask = Idioma actual: { $language }. ¿Qué idioma prefiere?

withdraw-ask = ¿Quiere retirar su firma? Se borra al instante, y con ella su nombre si dio uno.
withdraw-handed-over = Una carta ya entregada no se puede recuperar.
withdraw-delivered = La carta se entregó el { $day }. Un nombre dado con esta firma antes de ese día puede figurar en ella, y eso ya no se puede deshacer.
withdraw-nothing = No hay ninguna firma desde esta cuenta, así que no hay nada que retirar.
withdraw-other-account = Si firmó desde otra cuenta, el comprobante que recibió allí le permite retirar esa firma.
withdrawn-heading = Su firma se ha retirado
withdrawn = Se ha borrado, y con ella su nombre si dio uno; durante un tiempo queda todavía en las copias de seguridad. Su comprobante ya no es válido.
withdrawn-receipt = La firma de este comprobante se ha retirado. Se ha borrado; durante un tiempo queda todavía en las copias de seguridad.
withdrawn-again = Gracias por haber estado a nuestro lado. Mientras la petición siga abierta, puede volver y firmar de nuevo.

cancelled-heading = Esta conversación se ha olvidado
cancelled-unsigned = No se ha firmado nada. De lo que eligió aquí solo se conserva el idioma.
cancelled-signed = Su firma se mantiene. Si también quiere retirarla, use { $command }.

stop-updates = Usted no recibe novedades, y no se guarda ninguna forma de escribirle: este canal solo responde. No hay nada que detener.
stop-instead = Para retirar su firma, use { $withdraw }. Para que se olvide esta conversación, use { $cancel }.

help-heading = Lo que puede hacer aquí
help-intro = Puede usar estos comandos en cualquier momento, sin perder su lugar.
help-organiser = Este canal lo gestiona { $organiser }. Contacto: { $contact }.
help-privacy = Aviso de privacidad del organizador: { $url }

mydata-heading = Lo que se guarda sobre usted
mydata-signed = Usted firmó el { $day } (idioma: { $language }).
mydata-counted = Su firma cuenta.
mydata-set-aside = Su firma se está examinando junto con otras y, mientras tanto, no cuenta. No tiene que hacer nada.
mydata-unsigned = No hay ninguna firma desde esta cuenta, así que no se guarda ninguna.
mydata-unreadable = Su firma sigue en pie, pero esta versión del canal no puede leer lo que se guarda con ella. { $command } la retira y la borra.
mydata-held = Con su firma se guardan: el día, el idioma, la plataforma, el enlace o la tarjeta por donde llegó, si era de los nuestros, y la antigüedad aproximada de su cuenta. La cuenta misma figura con ella solo como seudónimo, no con su nombre ni su número.
mydata-name = Si dio un nombre, está sellado mediante cifrado. Al cabo de una hora como máximo este canal ya no puede abrirlo, y por eso no se muestra aquí.
mydata-erased = Los nombres se borraron el { $day }, después de la entrega de la carta: si usted dio uno, ya no se guarda aquí.
mydata-withdraw = { $command } retira su firma y la borra.
mydata-receipt = Su comprobante: { $receipt }
mydata-consent = Esto es lo que usted aceptó:
mydata-texts = Los textos que usted tenía delante al firmar, con el comienzo de la huella digital de cada uno (SHA-256 de sus palabras):
mydata-text = { $text } ({ $language }): { $version }
mydata-conversation = Además, cifrados, hasta cerca de un mes después de su última visita: su idioma, el punto de esta conversación en el que está, el enlace o la tarjeta por donde llegó, si era de los nuestros, y un nombre con el que todavía no ha firmado. { $command } hace que todo esto se olvide al instante, salvo el idioma.
mydata-platform = La plataforma que transmite este chat puede verlo. Lo que guarda no está en nuestras manos: si eso le preocupa, borre el chat aquí y en sus otros dispositivos.
text-demands = Las demandas
text-letter = La carta
text-notice = Antes de firmar
text-privacy = El aviso de privacidad
text-consent = Su consentimiento


## When something went wrong on our side

unconfirmed = No hemos podido confirmar que se haya guardado. Inténtelo de nuevo en un momento, por favor.
unconfirmed-once = Puede repetirlo sin temor: nada se registra dos veces.
apology = Algo ha fallado por nuestra parte y lo lamentamos. Inténtelo de nuevo con { $command }, por favor.
lost = Nuestra base de datos ha perdido algunos de sus últimos cambios, y puede que lo último que le dijimos ya no sea cierto. Puede faltar una firma que confirmamos. Puede haber vuelto una firma que borramos. Lo lamentamos.
lost-check = Consulte { $mydata }, por favor: verá lo que se guarda ahora sobre usted. Si no es lo que usted decidió, firme de nuevo con { $sign }, o retire de nuevo su firma con { $withdraw }. Nada se registra dos veces.


## The campaign page

page-skip = Ir a la petición
page-languages = Idioma
page-total-label = personas se han sumado
page-goal-label = Próximo objetivo
page-total-unknown = El total no se puede leer en este momento.
page-offset =
    { $count ->
        [one] Se incluye { $count } acción contada en otro lugar (fuente: { $source }, { $day }).
        [many] Se incluyen { $count } de acciones contadas en otro lugar (fuente: { $source }, { $day }).
       *[other] Se incluyen { $count } acciones contadas en otro lugar (fuente: { $source }, { $day }).
    }
page-preview = Esto es una vista previa. Las firmas hechas aquí se quedan en este equipo y no cuentan.
page-noscript = El chat de esta página y el total en directo necesitan JavaScript. Todo lo demás de esta página se puede leer sin él.
page-join-heading = Añada su nombre, o firme sin él
page-join-chat = Leer y firmar aquí
page-join-heading-reading = Leerla en un chat
page-join-chat-reading = Leer aquí
page-join-none = En este momento no hay dónde firmar.
page-story-heading = La historia
page-demands-heading = Lo que se pide
page-letter-heading = La carta
page-privacy-heading = Aviso de privacidad
page-source-heading = De dónde vienen los hechos
page-source = Los hechos que aquí se cuentan proceden de { $organisation }:
page-organiser-heading = Quién gestiona esta petición
page-organiser = { $organiser } gestiona esta petición y responde de ella.
page-contact = Contacto
page-error-heading = Esta página no se puede mostrar
page-error-not-found = No hay nada en esta dirección.
page-error-refused = No se ha podido entender la solicitud.
page-error-too-many = Han llegado muchas solicitudes desde su red. Espere un minuto, por favor, y vuelva a intentarlo.
page-error-unavailable = Algo no funciona por el momento. Inténtelo de nuevo en un minuto, por favor.
page-error-home = Ir a la petición

## The preview chat on the campaign page

chat-heading = Leer y firmar
chat-intro = Una breve conversación le lleva por la historia, las demandas y la carta. Puede detenerse en cualquier momento, y nada queda firmado hasta que usted lo diga.
chat-heading-reading = Leer la petición
chat-intro-reading = Una breve conversación le lleva por la historia, las demandas y la carta. Puede detenerse en cualquier momento.
chat-begin = Empezar
chat-log = Conversación
chat-you = Usted eligió:
chat-working = Un momento…
chat-menu = Otras cosas que puede hacer
chat-form-close = Cerrar
chat-form-empty = Escriba algo primero, por favor.
chat-copy = Copiar
chat-copy-text = Copiar el texto y el enlace
chat-copied = Copiado.
chat-copy-failed = No se ha podido copiar. Selecciónelo y cópielo usted, por favor.
chat-shared = Compartido. Gracias.
chat-retry = Reintentar
chat-offline = Parece que no tiene conexión. Su elección se guarda aquí y se enviará cuando vuelva la conexión.
chat-too-many = Eso fue muy rápido. Espere un momento, por favor, y vuelva a intentarlo.
chat-outdated = Esta página está desactualizada. Vuelva a cargarla, por favor.
chat-elsewhere = Esta conversación solo funciona en la dirección { $address }. Abra la página allí, por favor. Si usted gestiona esta petición, PUBLIC_URL, en su configuración, permite otra dirección.


## Cards and servers

command-petition = Leer una petición en privado, y firmarla mientras esté abierta
option-receipt = El comprobante de una firma hecha desde otra cuenta
option-card-language = El idioma de la tarjeta
card-refused = Usted no tiene permiso para escribir en este canal, así que no se publicó ninguna tarjeta.
card-only-you = Lo que se abre solo lo ve usted. Nadie aquí ve lo que usted hace allí.
card-failed = El total no se puede leer en este momento, así que no se publicó ninguna tarjeta. Inténtelo de nuevo en un minuto, por favor.
server-total =
    { $count ->
        [one] Al menos { $count } firma llegó a través de este servidor.
        [many] Al menos { $count } de firmas llegaron a través de este servidor.
       *[other] Al menos { $count } firmas llegaron a través de este servidor.
    }


## Telegram: the bot's own page, its cards in groups, and clearing the chat

bot-description = Lea la historia, las demandas y la carta, y decida si quiere firmar, con su nombre o sin él. Nada queda firmado hasta que pulse el botón que así lo indica, y puede retirar su firma en cualquier momento.
bot-description-reading = Aquí puede leer la historia, las demandas y la carta. Si ha firmado, puede retirar su firma en cualquier momento.
card-private = La petición se abre en un chat privado. Nadie aquí ve lo que usted hace allí.
button-clear-chat = Vaciar este chat
chat-cleared = Se han borrado los mensajes de los últimos dos días. Su firma se mantiene. Para quitar el resto, borre este chat, aquí y en sus otros dispositivos.
chat-not-cleared = No se han podido borrar los mensajes. Inténtelo de nuevo, por favor, o borre este chat, aquí y en sus otros dispositivos.


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
        [one] Una persona firma sin nombre.
        [many] { $count } de personas firman sin nombre.
       *[other] { $count } personas firman sin nombre.
    }
export-as-of = Firmas a { $day }


## Updates: an occasional message for people who asked for it after signing

button-updates = Recibir novedades
button-updates-no = No, gracias
button-updates-yes = Sí, escríbanme aquí
button-updates-open = Ver la petición
button-updates-stop = No recibir más novedades
updates-changed = Este texto se modificó después de que usted lo leyera, así que aquí lo tiene de nuevo tal como es ahora. Todavía no se guarda nada.
updates-on = Gracias. Le escribiremos aquí cuando haya algo que contar. Con { $command } deja de recibir novedades al instante, en cualquier momento.
updates-already = Ya lo había pedido: le escribimos aquí cuando hay algo que contar. Con { $command } deja de recibir novedades al instante.
updates-off = Ya no recibirá más novedades. Lo que se guardaba para escribirle se ha borrado; durante un tiempo queda todavía en las copias de seguridad.
updates-reason = Recibe este mensaje porque pidió que le contáramos las novedades. Con { $command } deja de recibirlas al instante.
withdrawn-updates = Tampoco recibirá más novedades: lo que se guardaba para escribirle también se ha borrado.
mydata-updates-on = Usted recibe novedades: para ello se guarda, cifrada, una forma de escribir a esta cuenta, con su idioma y su consentimiento. { $command } hace que se borre al instante.
mydata-updates-agreed = Usted las pidió el { $day }, tras leer un texto (idioma: { $language }) cuya huella digital comienza por { $version }.
mydata-updates-off = Usted no ha pedido novedades, así que no se guarda ninguna forma de escribirle.


## Slack: cards, the Home tab, and the answer to staff commands in other channels

button-post-card = Publicar una tarjeta aquí
home-private = La conversación se abre como mensaje privado de esta aplicación, en Mensajes. Los demás miembros no ven lo que usted hace allí; quien administre el espacio de trabajo quizá pueda verlo.
home-no-total = El total no se puede leer en este momento.
staff-not-here = Lo sentimos, eso no se puede hacer aquí.
staff-unconfirmed = En este momento no se puede acceder a la base de datos, así que quizá se haya hecho y quizá no. Compruébelo dentro de un minuto y, si hace falta, inténtelo de nuevo.
staff-unread = En este momento no se puede acceder a la base de datos. Inténtelo de nuevo dentro de un minuto.


## Staff: what the people who run the petition read, in their rooms and on the command line

staff-help-heading = Lo que puede hacer el equipo aquí
staff-help-total = el total, el ritmo y el próximo objetivo
staff-help-report = de dónde vienen las firmas, con una imagen
staff-help-milestones = anunciar aquí cada objetivo alcanzado
staff-help-digest = el informe diario, a esa hora de esa zona horaria
staff-help-quarantine = sacar firmas del total, por procedencia o por días (2027-01-15 o 2027-01-15..2027-01-20); no se borra nada. Con --hold, también las nuevas de esa procedencia
staff-help-list = todas las retenciones: qué, quién, cuándo y por qué
staff-help-release = devolver al total las firmas de una retención
staff-help-pause = detener la firma en todas las plataformas
staff-help-resume = volver a abrir la firma
staff-help-help = esta lista
staff-problem-command = Esa orden no existe. No se ha cambiado nada.
staff-problem-extra = Hay más de lo que admite esa orden. No se ha cambiado nada.
staff-problem-period = Un informe es de today, 7d, 30d o all.
staff-problem-switch = Escriba on u off. No se ha cambiado nada.
staff-problem-hour = Escriba la hora como 09:00 (de 00:00 a 23:59) y una zona horaria por su nombre, como Africa/Casablanca. No se ha cambiado nada.
staff-problem-selection = Nombre una procedencia por su código (- para las firmas sin código), o días: 2027-01-15 o 2027-01-15..2027-01-20, el primero antes del último. No se ha cambiado nada.
staff-problem-reason = Diga por qué, para quien mire después: --reason "…", con { $most } caracteres como máximo. No se ha cambiado nada.
staff-problem-hold = --hold va con una procedencia, no con días. No se ha cambiado nada.
staff-problem-number = Nombre la retención por su número, como está en la lista. No se ha cambiado nada.
staff-total-heading = El total: { $total }
staff-total-made = Contadas en otro lugar: { $offset }. Recogidas aquí: { $collected }.
staff-total-today = Firmadas hoy hasta las { $time } UTC: { $count }.
staff-total-yesterday = Ayer hasta las { $from }: { $before }; hasta las { $until }: { $after }.
staff-total-hour = En esta hora, desde las { $time }: { $count }.
staff-total-day = Crecimiento del total en las últimas 24 horas: { $count }.
staff-goal = El próximo objetivo es { $goal }: faltan { $missing }.
staff-goal-none = El último objetivo, { $goal }, se ha alcanzado.
staff-goal-hours = Al ritmo de las últimas 24 horas se alcanza en unas { $hours } h.
staff-goal-day = Al ritmo de las últimas 24 horas se alcanza hacia el { $day }.
staff-goal-unsure = Hubo demasiado pocas en las últimas 24 horas para decir cuándo se alcanza.
staff-is-paused = La firma está en pausa.
staff-is-closed = La petición está cerrada.
staff-last-day = El { $day } se borran todos los nombres, y desde ese día nadie podrá firmar.
staff-column-count = Firmas
staff-column-channel = Plataforma
staff-column-locale = Idioma
staff-column-source = Procedencia
staff-column-age = Antigüedad de la cuenta
staff-column-status = Estado
staff-column-moved = Qué pasó
staff-row-sum = En conjunto
staff-row-rest = Otras
staff-row-no-source = sin código
staff-age-new = menos de 7 días
staff-age-young = de 7 a 30 días
staff-age-older = más antigua
staff-age-unknown = desconocida
staff-status-counted = contadas
staff-status-set-aside = apartadas
staff-moved-signed = firmadas
staff-moved-left = retiradas
staff-moved-set-aside = apartadas
staff-moved-released = devueltas
staff-report-today = Informe: hoy, { $day } (UTC)
staff-report-days = Informe: del { $from } al { $until } (UTC)
staff-report-all = Informe: todas las firmas
staff-report-moment = Todos los números son de un mismo momento, las { $time } UTC. El total es { $total }.
staff-report-signed = Las firmas hechas en ese tiempo:
staff-report-counted = Las firmas que cuentan:
staff-report-too-few = Hay menos de { $least }: demasiado pocas para decir de dónde vienen.
staff-report-folded = Los números menores de { $least } van juntos en «Otras», con el siguiente si hace falta, para que no se pueda reconocer a nadie.
staff-chart-hours = Firmas por hora, { $day } (UTC)
staff-chart-days = Firmas por día (UTC)
staff-chart-weeks = Firmas por semana, cada una por su primer día (UTC)
staff-chart-months = Firmas por mes (UTC)
staff-chart-total = Total
staff-chart-new = Nuevas
staff-chart-goal = Objetivo { $goal }
staff-chart-rest = Sin distinguir
staff-chart-most = El máximo: { $count } ({ $when }).
staff-chart-growth = El total pasó de { $from } a { $until }; el objetivo es { $goal }.
staff-chart-failed = No se pudo dibujar la imagen. Los números de aquí están completos sin ella.
staff-milestones-on = Desde ahora los objetivos se anuncian aquí. El próximo es { $goal }.
staff-milestones-none = Desde ahora los objetivos se anuncian aquí, pero todos se han alcanzado: añada otros en los ajustes de la petición.
staff-milestones-off = Los objetivos ya no se anuncian aquí.
staff-milestone-heading = { $goal }: objetivo alcanzado
staff-milestone = El total es ahora { $total }. Gracias a todas las personas que sostienen esta petición.
staff-digest-on = El informe diario llega aquí desde ahora; el próximo, el { $next } ({ $zone }).
staff-digest-off = El informe diario ya no llega aquí.
staff-digest-heading = Informe diario, { $moment } ({ $zone })
staff-what-source = procedencia { $source }
staff-what-source-hold = procedencia { $source }, también las nuevas
staff-what-days = del { $from } al { $until } (UTC)
staff-quarantine-heading = Para apartar: { $what }
staff-quarantine-count = Firmas que saldrían del total: { $count }.
staff-quarantine-already = Ya apartadas, y retenidas también por esta: { $count }.
staff-quarantine-hold = Las nuevas de esa procedencia se apartan según llegan, hasta que se devuelvan.
staff-quarantine-kept = No se borra nada: todo puede devolverse, y cada persona puede retirar la suya. Se guarda qué, cuándo, por qué, y un código de quién lo hizo.
staff-reason = Motivo: { $reason }
staff-quarantine-nothing = No hay ninguna firma que cambiar. No se ha cambiado nada.
staff-quarantine-unknown = Los ajustes de la petición no nombran esa procedencia, y ninguna firma vino de ella. No se ha cambiado nada.
staff-quarantine-done = La retención { $number } está en vigor. Firmas que salieron del total: { $count }.
staff-release-heading = Para devolver: retención { $number }, { $what }
staff-release-count = Firmas que volverían a contar: { $count }.
staff-release-staying = Retenidas también por otra, y que siguen fuera: { $count }.
staff-release-unknown = No hay retención { $number }. No se ha cambiado nada.
staff-release-already = La retención { $number } ya se levantó antes. No se ha cambiado nada.
staff-release-done = La retención { $number } se ha levantado. Firmas que cuentan de nuevo: { $count }.
staff-list-heading = Retenciones
staff-list-none = Nunca se ha apartado nada.
staff-list-older = Más antiguas, no mostradas aquí: { $count }.
staff-list-entry = Retención { $number }: { $what }
staff-list-held = Retenidas ahora: { $count }.
staff-list-set = Apartadas el { $moment } UTC por el código de equipo { $who }.
staff-list-released = Levantada el { $moment } UTC por el código de equipo { $who }.
staff-pause-heading = Para detener: la firma, en todas las plataformas
staff-pause-ask = A quien venga a firmar se le dice que está en pausa por el momento. Leer, retirar la firma y todo lo demás sigue.
staff-paused = La firma está en pausa en todas las plataformas.
staff-paused-already = La firma ya está en pausa.
staff-resume-heading = Para reabrir: la firma, en todas las plataformas
staff-resume-ask = Desde entonces se puede volver a firmar.
staff-resumed = La firma vuelve a estar abierta en todas las plataformas.
staff-resumed-already = La firma no está en pausa.
staff-pausing-since = Desde el { $moment } UTC, por el código de equipo { $who }.
staff-done-by = Registrado con el código de equipo { $who }: representa a una persona del equipo y no nombra a nadie.
staff-closed = La petición está cerrada desde el { $day }: nadie puede firmar.
staff-button-set-aside = Apartar
staff-button-release = Devolver
staff-button-pause = Pausar la firma
staff-button-resume = Reabrir la firma
staff-button-cancel = Dejarlo
staff-confirm-within = Todavía no se ha cambiado nada. Confirme antes de { $minutes } minutos.
staff-confirm-unknown = Aquí no hay nada que confirmar: ya se hizo, o es tarde, o lo pidió otra persona. Esto no ha cambiado nada.
staff-confirm-changed = Entretanto llegaron o se retiraron firmas, así que no se hizo nada. Así está ahora. Si va demasiado rápido, use --hold con una procedencia, o ponga antes la firma en pausa.
staff-alert-heading = Atención
staff-alert-over = Todo vuelve a estar bien
staff-alert-drift = El recuento diario no coincide con el registro. Diferencias: { $count }. Alguien ha debido de cambiar la base de datos a mano, o una versión anterior restauró una copia de seguridad: ejecute reconcile en la línea de órdenes y averigüe antes la causa.
staff-alert-drift-over = El recuento vuelve a coincidir con el registro.
staff-alert-names = El recuento diario ha encontrado nombres que nadie puede leer: falta en la base de datos la clave con la que están sellados. Firmas afectadas: { $count }. Siguen contando. Ejecute reconcile en la línea de órdenes y guarde todas las copias de seguridad: quizá alguna contenga la clave.
staff-alert-names-over = Ya no falta la clave de ningún nombre.
staff-alert-last-day = El { $day } se borran todos los nombres, aunque la carta no se haya entregado, y desde ese día nadie podrá firmar. El aviso de privacidad lo promete. Entregue la carta antes de ese día y registre la entrega con close --delivered en la línea de órdenes.
staff-last-day-heading = El último día de los nombres
staff-last-day-moved = El aviso ya no es necesario: se registró una entrega, o la configuración indica otro día.
staff-last-day-over = Los nombres se borraron el { $day }, como promete el aviso de privacidad. El recuento se mantiene, y todavía se puede retirar la firma. Destruya ahora las copias de seguridad que aún contengan nombres.
staff-alert-store = La base de datos no responde desde las { $time } UTC. Entretanto nadie puede firmar; se pide volver a intentarlo.
staff-alert-store-over = La base de datos ha vuelto a las { $time } UTC.
staff-alert-lost = La base de datos ya no tiene lo que se confirmó a algunas personas. Personas que lo han notado hasta ahora: { $count }. Ha debido de volver a un estado anterior, como el de un servidor de reserva que iba con retraso. A cada una se le pide que lo compruebe y que firme o retire su firma de nuevo. Puede que otras aún no lo sepan: avise a la gente donde vaya a leerlo.
staff-alert-lost-over = Nadie ha notado un cambio perdido desde hace una hora.
staff-alert-platform = { $platform } no responde desde las { $time } UTC. Entretanto nadie puede firmar ahí.
staff-alert-platform-over = { $platform } ha vuelto a las { $time } UTC.
staff-alert-source = Más de { $count } firmas por hora vienen de una misma procedencia: { $source }. Si no era de esperar, mire el informe y apártelas hasta saber más:
staff-alert-source-over = La procedencia { $source } ha vuelto a un número normal de firmas.
