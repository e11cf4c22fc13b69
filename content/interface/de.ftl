# The interface in German. en.ftl explains each message and has the rules for translators.
# Register: Sie, for everybody: grandparents read this as well as their grandchildren. Words for people fit any gender;
# the organiser is "die Verantwortlichen", so take care that no sentence begins with an ambiguous "Sie" or "Ihre".
# Quotes „ “. "Sign" is unterschreiben, "take back" is zurückziehen, "hand over" is übergeben.

language-name = Deutsch
# ltr or rtl
direction = ltr
intl-tag = de
number-example = 12.345
first-of-month = 1


## The menu of commands

command-sign = Die Petition lesen und, solange sie offen ist, unterschreiben
command-total = Wie viele Menschen sich eingesetzt haben
command-share = Ein Text zum Weitergeben
command-language = Die Sprache ändern
command-privacy = Wer was über Sie speichert, und warum
command-mydata = Was wir über Sie speichern, und Ihr Beleg
command-withdraw = Ihre Unterschrift zurückziehen und löschen lassen
command-stop = Keine Neuigkeiten mehr erhalten
command-cancel = Dieses Gespräch beenden und seine Daten löschen (eine Unterschrift bleibt bestehen)
command-help = Was Sie hier tun können
command-petitions = Alle Petitionen dieses Bots


## What people type instead of a command: words separated by commas

typed-sign = unterschreiben, unterzeichnen, ich unterschreibe, ich möchte unterschreiben, anfangen, start
typed-total = gesamtzahl, anzahl, wie viele
typed-share = teilen, weitersagen, weiterleiten
typed-language = sprache, sprachen, sprache ändern, andere sprache
typed-privacy = datenschutz, datenschutzerklärung, datenschutzhinweise
typed-mydata = meine daten, mein beleg, meinen namen berichtigen, meinen namen ändern, meine daten löschen
typed-withdraw = zurückziehen, zurueckziehen, widerrufen, unterschrift zurückziehen, meine unterschrift zurückziehen, meine unterschrift löschen, unterschrift löschen, ich ziehe meine unterschrift zurück, zurücknehmen, meinen namen löschen, meinen namen zurückziehen, widerruf
typed-stop = stop, stopp, abmelden, abbestellen, keine nachrichten mehr, keine neuigkeiten mehr, aufhören, beenden, aufhoeren, abmeldung, austragen, bitte aufhören, keine nachrichten
typed-cancel = abbrechen, gespräch löschen
typed-help = hilfe, befehle


## Buttons: at most 30 characters

button-begin = Lesen und unterschreiben
button-continue = Weiter
button-back = Zurück
button-story = Die Geschichte lesen
button-whole = Alles auf einer Seite
button-next = Weiter
button-letter = Forderungen und Brief
button-consent = Bevor Sie unterschreiben
button-privacy = Alle Datenschutzhinweise
button-agree = Ich willige ein
button-decline = Nein, danke
button-anonymous = Ohne Namen unterschreiben
button-sign-as = Als { $name } unterschreiben
button-name = Einen Namen angeben
button-change-name = Den Namen ändern
button-command = Ich meinte den Befehl
button-its-name = Das ist mein Name
button-share = Teilen
button-write-for-rights = Briefmarathon
button-mydata = Meine Daten
button-correct = Namen berichtigen
button-keep-name = So lassen
button-read-again = Noch einmal lesen
button-start = Zurück zur Petition
button-restart = Von vorn beginnen
button-withdraw = Unterschrift zurückziehen
button-withdraw-yes = Ja, zurückziehen
button-withdraw-no = Nein, behalten
button-receipt = Beleg eingeben


## A bot with several petitions

chooser-heading = Wählen Sie eine Petition
chooser-intro = Dieser Bot hat mehrere Petitionen. Sie können jede davon lesen und unterschreiben, eine nach der anderen.
chooser-done = Hier gibt es im Moment nichts mehr zu unterschreiben. Sie können jede Petition noch einmal lesen.
chooser-signed = Sie haben diese Petition unterschrieben.
button-more-petitions = Weitere Petitionen
others-line =
    { $count ->
        [one] Eine weitere Petition hier braucht Sie.
       *[other] { $count } weitere Petitionen hier brauchen Sie.
    }
button-other-petitions = Andere Petition wählen
withdraw-which = Welche Unterschrift möchten Sie zurückziehen?
button-withdraw-all = Alle { $count } zurückziehen
withdraw-all-ask =
    { $count ->
        [one] Möchten Sie { $count } Unterschrift zurückziehen? Wir löschen sie dann sofort, und mit ihr Ihren Namen, falls Sie einen angegeben haben.
       *[other] Möchten Sie alle { $count } Unterschriften zurückziehen? Wir löschen sie dann sofort, und mit ihnen jeden Namen, den Sie angegeben haben.
    }
button-withdraw-all-yes = Ja, alle zurückziehen
button-withdraw-all-no = Nein, behalten
bot-description-several = Wählen Sie eine von mehreren Petitionen und lesen Sie sie. Entscheiden Sie dann, ob Sie unterschreiben, mit oder ohne Ihren Namen. Sie unterschreiben erst mit einem Knopf ganz am Ende und können jede Unterschrift jederzeit zurückziehen.


## The steps

preview-notice = Dies ist eine Probeversion. Probieren Sie ruhig alles aus: Unterschriften zählen hier nicht.
total-line =
    { $total ->
        [one] Bisher hat sich { $total } Mensch eingesetzt.
       *[other] Bisher haben sich { $total } Menschen eingesetzt.
    }
goal-line = Das nächste Ziel: { $goal }.
goal-passed = Unser Ziel von { $goal } ist erreicht. Jede weitere Unterschrift gibt dem Brief mehr Gewicht.
total-closed =
    { $total ->
        [one] Insgesamt hat sich { $total } Mensch eingesetzt.
       *[other] Insgesamt haben sich { $total } Menschen eingesetzt.
    }
paused-notice = Zurzeit können Sie nicht unterschreiben. Es ist keine Unterschrift verloren gegangen. Bitte kommen Sie später wieder.
status-upcoming = Die Petition kann noch nicht unterschrieben werden.
status-closed = Die Petition ist beendet.
status-delivered = Der Brief wurde am { $day } übergeben.
closes-line = Sie können bis { $moment } unterschreiben.
closes-in =
    { $days ->
        [one] Noch { $days } Tag: Sie können bis { $moment } unterschreiben.
       *[other] Noch { $days } Tage: Sie können bis { $moment } unterschreiben.
    }
closes-tomorrow = Die Petition endet morgen: Sie können bis { $moment } unterschreiben.
closes-today-hour = Die Petition endet heute um { $time } Uhr ({ $zone }).
closes-today-day = Die Petition endet heute: Sie können bis zum Ende des Tages (UTC) unterschreiben.
closes-moment-hour = zum { $day }, { $time } Uhr ({ $zone }),
closes-moment-day = zum Ende des { $day } (UTC)
closes-zone = Ortszeit { $place }
welcome-next =
    { $minutes ->
        [one] Das dauert etwa { $minutes } Minute. Sie unterschreiben erst, wenn Sie ganz am Ende den Knopf dafür drücken.
       *[other] Das dauert etwa { $minutes } Minuten. Sie unterschreiben erst, wenn Sie ganz am Ende den Knopf dafür drücken.
    }
welcome-read = Die Geschichte, die Forderungen und den Brief können Sie hier lesen.
letter-signature = [Ihr Name, falls Sie ihn angeben]
organiser-unset = [wer diesen Bot betreibt]
contact-unset = [Adresse der Verantwortlichen]
privacy-url-unset = [Adresse der Datenschutzerklärung]
hosting-unset = [das Land, in dem die Daten gespeichert sind]
story-page = Die Geschichte, Seite { $page } von { $pages }

name-heading = Mit oder ohne Ihren Namen?
name-recipient = Sie haben noch nicht unterschrieben. Der Brief geht an:
name-choice = Wenn Sie einen Namen angeben, steht er unter dem Brief, wo alle ihn sehen, die den Brief lesen. Könnte das Sie oder Ihre Nächsten in Gefahr bringen? Dann unterschreiben Sie ohne Namen.
name-offered = Ihr Name auf dieser Plattform ist { $name }.
name-typed = Sie sind dabei, als { $name } zu unterschreiben. Ist der Name so richtig?
name-visible = Er wird unter dem Brief stehen, wo alle ihn sehen, die den Brief lesen.
name-or-command = Sie haben { $name } geschrieben. Meinten Sie den Befehl { $command }, oder ist das Ihr Name?
correct-heading = Den Namen berichtigen
correct-choice = Wie soll Ihr Name unter dem Brief stehen? Dort sehen ihn alle, die den Brief lesen. Sie können auch ohne Namen unterschreiben. An Ihrer Unterschrift ändert sich nichts, bis Sie einen Knopf zum Unterschreiben drücken. Die neue Wahl ersetzt die alte dann sofort: Es bleibt eine einzige Unterschrift, und Ihr Beleg bleibt derselbe.

thanks-word = Vielen Dank
thanks-recorded = Ihre Unterschrift ist erfasst.
thanks-receipt = Ihr Beleg: { $receipt }
thanks-withdraw = Wenn Sie es sich anders überlegen, können Sie Ihre Unterschrift mit { $command } zurückziehen und löschen lassen.


## Why a screen is shown: one line above it

why-resumed = Willkommen zurück. Wir machen da weiter, wo Sie aufgehört haben.
why-stale = Dieser Knopf gehört zu einer früheren Nachricht, deshalb hat sich nichts geändert. Sie sind jetzt hier:
why-buttons = Bitte nutzen Sie die Knöpfe unten. { $command } zeigt, was Sie hier noch tun können.
why-changed = Dieser Text wurde geändert, nachdem Sie ihn gelesen hatten. Hier ist die neue Fassung. Sie haben noch nicht unterschrieben.
why-changed-signed = Dieser Text wurde geändert, nachdem Sie unterschrieben hatten. Hier ist die neue Fassung. An Ihrer Unterschrift ändert sich nichts, bis Sie mit dem neuen Namen unterschreiben.
why-language-gone = Die Petition gibt es in der Sprache, die Sie gewählt hatten, nicht mehr. Wir machen auf { $language } weiter.
why-not-open = Die Petition kann zurzeit nicht unterschrieben werden. Sie haben nicht unterschrieben.
why-paused = Das Unterschreiben ist zurzeit nicht möglich. Sie haben noch nicht unterschrieben. Bitte kommen Sie später wieder.
why-closed = Die Petition wurde inzwischen beendet. Sie haben nicht unterschrieben.
why-already-signed = Sie haben am { $day } unterschrieben. Einmal genügt.
why-display-name = Ihr Name auf dieser Plattform hat sich geändert. Bitte sehen Sie noch einmal hin, bevor Sie unterschreiben.
why-display-name-signed = Ihr Name auf dieser Plattform hat sich geändert. Es wurde noch nichts ersetzt: Bitte sehen Sie noch einmal hin.
why-kept = Ihre Unterschrift bleibt bestehen.
why-corrected = Ihre neue Wahl ist gespeichert. Es ist weiterhin dieselbe Unterschrift, mit demselben Beleg.
why-correction-gone = Ihre Unterschrift wurde inzwischen zurückgezogen. Es gibt also keinen Namen zu berichtigen, und Sie haben nicht unterschrieben.
why-correction-too-late = Namen können jetzt nicht berichtigt werden. An Ihrer Unterschrift ändert sich nichts.


## Why a name is refused

name-empty = Wir finden in Ihrer Nachricht keinen Namen. Bitte schreiben Sie einen, oder unterschreiben Sie ohne Namen.
name-no-letter = Ein Name braucht mindestens einen Buchstaben oder eine Ziffer. Bitte schreiben Sie ihn noch einmal, oder unterschreiben Sie ohne Namen.
name-too-long =
    { $most ->
        [one] Dieser Name ist zu lang, um unter den Brief zu passen. Bitte verwenden Sie höchstens { $most } Zeichen.
       *[other] Dieser Name ist zu lang, um unter den Brief zu passen. Bitte verwenden Sie höchstens { $most } Zeichen.
    }
name-control = Dieser Name enthält Steuerzeichen, die wir nicht drucken können. Bitte tippen Sie ihn ein, statt ihn einzufügen.
name-invisible = Dieser Name enthält unsichtbare Zeichen oder Zeichen, die die Leserichtung umkehren. Bitte tippen Sie ihn ein, statt ihn einzufügen.
name-unreadable = Dieser Name enthält Zeichen, die nicht überall gedruckt werden können. Bitte verwenden Sie Buchstaben; jede Sprache ist möglich.
name-marks = In diesem Namen stehen mehr Akzente und Zeichen über einem Buchstaben, als wir drucken können. Bitte schreiben Sie ihn einfacher.
name-address = Bitte schreiben Sie nur einen Namen: keine Links, Adressen oder @Benutzernamen. Steht im Namen ein Punkt, setzen Sie danach ein Leerzeichen.


## Forms, and the questions that replace them

name-form-title = Ihr Name
name-form-label = Name
name-form-hint = So, wie er unter dem Brief stehen soll
name-form-submit = Weiter
name-question = Bitte schicken Sie den Namen als Nachricht, so, wie er unter dem Brief stehen soll. Damit unterschreiben Sie noch nicht: Wir zeigen Ihnen den Namen vorher noch einmal.
correct-question = Bitte schicken Sie den Namen als Nachricht, so, wie er unter dem Brief stehen soll. An Ihrer Unterschrift ändert sich noch nichts: Wir zeigen Ihnen den neuen Namen vorher noch einmal.
receipt-form-title = Eine Unterschrift zurückziehen
receipt-form-label = Beleg
receipt-form-hint = Der Beleg, den Sie beim Unterschreiben erhielten
receipt-form-submit = Zurückziehen
receipt-question = Bitte schicken Sie den Beleg als Nachricht. Wir löschen die Unterschrift, zu der er gehört, dann sofort.
receipt-unknown = Zu diesem Beleg gibt es keine Unterschrift. Bitte vergleichen Sie ihn Zeichen für Zeichen mit dem, den Sie erhalten haben. Wenn die Unterschrift schon zurückgezogen wurde, ist sie hier nicht mehr gespeichert.


## Answers to the commands

share-intro = Danke, dass Sie das weitergeben. Der Text sagt nichts über Sie, auch nicht, ob Sie unterschrieben haben.
share-label = Teilen
share-reading = { $headline } – hier lesen Sie die Geschichte, die Forderungen und den Brief.
share-outcome = { $headline } – hier lesen Sie, was daraus geworden ist, und die ganze Geschichte.
language-ask = Wir sprechen gerade { $language }. Welche Sprache möchten Sie?

withdraw-ask = Möchten Sie Ihre Unterschrift zurückziehen? Wir löschen sie dann sofort, und mit ihr Ihren Namen, falls Sie einen angegeben haben.
withdraw-handed-over = Ein Brief, der schon übergeben wurde, lässt sich nicht mehr zurückholen.
withdraw-delivered = Der Brief wurde am { $day } übergeben. Wenn Sie bis dahin einen Namen angegeben hatten, steht er vielleicht in dem Brief und lässt sich nicht mehr zurückholen.
withdraw-nothing = Mit diesem Konto wurde nicht unterschrieben. Es gibt also nichts zurückzuziehen.
withdraw-other-account = Wenn Sie von einem anderen Konto aus unterschrieben haben, können Sie diese Unterschrift mit dem Beleg zurückziehen, den Sie dort erhalten haben.
withdrawn-heading = Ihre Unterschrift ist zurückgezogen
withdrawn = Wir haben sie gelöscht, und mit ihr Ihren Namen, falls Sie einen angegeben hatten. Sicherungskopien bleiben noch eine Zeit lang erhalten. Ihr Beleg ist nicht mehr gültig.
withdrawn-receipt = Die Unterschrift zu diesem Beleg ist zurückgezogen und gelöscht. Sicherungskopien bleiben noch eine Zeit lang erhalten.
withdrawn-again = Danke, dass Sie uns unterstützt haben. Solange die Petition offen ist, können Sie wiederkommen und erneut unterschreiben.

cancelled-heading = Wir haben gelöscht, was wir von diesem Gespräch gespeichert hatten
cancelled-unsigned = Sie haben nicht unterschrieben. Wir speichern nur noch die Sprache, die Sie gewählt haben.
cancelled-signed = Ihre Unterschrift bleibt bestehen. Wenn Sie auch diese zurückziehen möchten, nutzen Sie { $command }.
declined-heading = Danke fürs Lesen
declined = Sie haben nicht unterschrieben. Was wir von diesem Gespräch gespeichert hatten, ist gelöscht, außer der Sprache, die Sie gewählt haben.
declined-again = Wenn Sie es sich anders überlegen, sind Sie hier jederzeit willkommen.
messages-remain = Die Nachrichten stehen noch in diesem Chat: Löschen Sie sie, wenn andere mitlesen könnten.
messages-cleared = Die Nachrichten wurden von dieser Seite entfernt.

stop-updates = Sie haben nicht um Neuigkeiten gebeten. Wir speichern also nichts, womit wir Ihnen schreiben könnten, und es gibt nichts zu beenden.
stop-instead = Um Ihre Unterschrift zurückzuziehen, nutzen Sie { $withdraw }. Um zu löschen, was wir von diesem Gespräch speichern, nutzen Sie { $cancel }.

help-heading = Was Sie hier tun können
help-intro = Das können Sie jederzeit nutzen. Danach geht es da weiter, wo Sie waren.
help-line = { $command } – { $what }
help-organiser = { $organiser } betreibt diesen Bot. Kontakt: { $contact }.
help-privacy = Die Datenschutzerklärung der Verantwortlichen: { $url }

mydata-heading = Was wir über Sie speichern
mydata-signed = Sie haben am { $day } unterschrieben, in dieser Sprache: { $language }.
mydata-counted = Ihre Unterschrift zählt.
mydata-set-aside = Wir prüfen Ihre Unterschrift zusammen mit anderen. Solange das dauert, zählt sie nicht. Sie müssen nichts tun.
mydata-unsigned = Mit diesem Konto wurde nicht unterschrieben.
mydata-unreadable = Ihre Unterschrift ist gespeichert, aber diese Version des Bots kann den Eintrag nicht lesen. Mit { $command } können Sie die Unterschrift zurückziehen und löschen lassen.
mydata-held = Zu Ihrer Unterschrift speichern wir den Tag, die Sprache, die Plattform, den Link oder Beitrag, über den Sie hierhergekommen sind, wenn er von uns war, und wie alt Ihr Konto ungefähr ist. Ihr Konto steht dort nur als Code, nicht mit Namen oder Nummer.
mydata-name = Wenn Sie einen Namen angegeben haben, ist er verschlüsselt. Nach höchstens einer Stunde kann dieser Bot ihn nicht mehr lesen. Deshalb steht er nicht hier.
mydata-correct = Ist der Name falsch geschrieben? Hier unten können Sie ihn berichtigen.
mydata-erased = Die Namen wurden am { $day } gelöscht. Wenn Sie einen angegeben hatten, ist er hier nicht mehr gespeichert.
mydata-withdraw = Mit { $command } können Sie Ihre Unterschrift zurückziehen und löschen lassen.
mydata-receipt = Ihr Beleg: { $receipt }
mydata-consent = Darin haben Sie eingewilligt:
mydata-texts = Die Texte, die Sie beim Unterschreiben gesehen haben. Hinter jedem steht der Anfang seiner Prüfsumme (SHA-256), damit jede spätere Änderung auffällt:
mydata-text = { $text } ({ $language }): { $version }
mydata-conversation = Außerdem speichern wir, verschlüsselt und bis etwa einen Monat nach Ihrem letzten Besuch: Ihre Sprache, wie weit Sie in diesem Gespräch sind, den Link oder Beitrag, über den Sie hierhergekommen sind, wenn er von uns war, und einen Namen, mit dem Sie noch nicht unterschrieben haben. { $command } löscht das alles sofort, außer der Sprache.
mydata-platform = Die Plattform, auf der dieser Chat läuft, kann mitlesen. Was sie speichert, haben wir nicht in der Hand. Wenn Ihnen das Sorgen macht, löschen Sie den Chat hier und auf Ihren anderen Geräten.
text-demands = Die Forderungen
text-letter = Der Brief
text-notice = Bevor Sie unterschreiben
text-privacy = Die Datenschutzhinweise
text-consent = Ihre Einwilligung


## When something went wrong on our side

unconfirmed = Wir wissen nicht sicher, ob das gespeichert wurde. Bitte versuchen Sie es gleich noch einmal.
unconfirmed-once = Sie können es unbesorgt wiederholen: Nichts wird doppelt erfasst.
apology = Bei uns ist etwas schiefgegangen. Das tut uns leid. Bitte versuchen Sie es noch einmal mit { $command }.
lost = Unsere Datenbank hat einige der letzten Änderungen verloren. Was wir Ihnen zuletzt gesagt haben, stimmt vielleicht nicht mehr. Eine Unterschrift, die wir bestätigt hatten, kann fehlen. Eine Unterschrift, die wir gelöscht hatten, kann wieder da sein. Das tut uns leid.
lost-check = Bitte sehen Sie bei { $mydata } nach: Dort steht, was wir jetzt über Sie speichern. Wenn das nicht dem entspricht, was Sie entschieden hatten, unterschreiben Sie bitte erneut mit { $sign }, oder ziehen Sie Ihre Unterschrift mit { $withdraw } noch einmal zurück. Nichts wird doppelt erfasst.


## The campaign page

page-skip = Direkt zur Petition
page-short-name = Petition
page-languages = Sprache
page-total-label = Menschen haben sich eingesetzt
page-total-week = davon { $count } in den letzten 7 Tagen
page-goal-label = Nächstes Ziel
page-goals-reached = Schon erreicht: { $goals }
page-total-unknown = Die Gesamtzahl lässt sich zurzeit nicht abrufen.
page-offset =
    { $count ->
        [one] Darin enthalten ist eine Aktion, die anderswo gezählt wurde (Quelle: { $source }, { $day }).
       *[other] Darin enthalten sind { $count } Aktionen, die anderswo gezählt wurden (Quelle: { $source }, { $day }).
    }
page-offsets =
    { $count ->
        [one] Darin enthalten ist eine Aktion, die anderswo gezählt wurde:
       *[other] Darin enthalten sind { $count } Aktionen, die anderswo gezählt wurden:
    }
offset-entry = { $source }, { $day }: { $count }
page-preview = Dies ist eine Probeversion. Unterschriften bleiben auf diesem Computer und zählen nicht.
page-noscript = Der Chat auf dieser Seite und die laufende Gesamtzahl brauchen JavaScript. Alles andere können Sie ohne JavaScript lesen.
page-join-heading = Unterschreiben, mit oder ohne Namen
page-join-chat = Hier lesen und unterschreiben
page-join-heading-reading = Die Petition in einem Chat lesen
page-join-chat-reading = Hier lesen
page-join-none = Zurzeit können Sie nirgends unterschreiben.
page-sign-on = Auf { $platform } unterschreiben
page-read-on = Auf { $platform } lesen
page-takes =
    { $minutes ->
        [one] Das dauert etwa { $minutes } Minute. Sie unterschreiben mit Ihrem Namen oder ohne.
       *[other] Das dauert etwa { $minutes } Minuten. Sie unterschreiben mit Ihrem Namen oder ohne.
    }
page-scan = Am Computer? Scannen Sie diesen Code mit dem Handy.
page-scan-label = QR-Code des Links zu { $platform }
page-also = Auch auf { $platforms }
page-share-heading = Weitersagen
page-share-intro = Diesen Text geben Sie weiter. Er verrät nichts über Sie, auch nicht, ob Sie unterschrieben haben.
page-share-device = Teilen
page-share-email = E-Mail
page-story-heading = Die Geschichte
page-demands-heading = Die Forderungen
page-letter-heading = Der Brief
page-privacy-heading = Datenschutzhinweise
page-source = Diese Angaben stammen von { $organisation }:
page-organiser-heading = Wer diese Petition verantwortet
page-organiser = { $organiser } ist für diese Petition verantwortlich.
page-contact = Kontakt
page-privacy-policy = Datenschutzerklärung: { $organiser }
page-error-heading = Diese Seite kann nicht angezeigt werden
page-error-not-found = Unter dieser Adresse gibt es nichts.
page-error-refused = Die Anfrage war nicht zu verstehen.
page-error-too-many = Aus Ihrem Netz kamen viele Anfragen. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.
page-error-unavailable = Zurzeit funktioniert etwas nicht. Bitte versuchen Sie es in einer Minute noch einmal.
page-error-home = Zur Petition

## The public log of the total: the page /log

log-link = Wie sich diese Zahl verändert hat, Tag für Tag
log-heading = Das öffentliche Protokoll dieser Zahl
log-intro = Jede Zeile gilt für einen oder mehrere Tage: wie viele Menschen unterschrieben haben, wie viele ihre Unterschrift zurückgezogen haben, und die Gesamtzahl. Die Zeilen sind miteinander verkettet und digital signiert. So lässt sich prüfen, dass keine nachträglich geändert wurde.
log-empty = Es gibt noch keine Zeile. Die erste erscheint hier, wenn mindestens zehn Menschen unterschrieben haben.
log-chart = Die Gesamtzahl vom { $from } bis zum { $until } als Kurve. Am Ende: { $total }.
log-lines-heading = Tag für Tag
log-waiting = Ab dem { $day } gibt es noch keine Zeile. Ein Tag mit einer Zahl von eins bis neun wird mit den Tagen danach zusammengefasst, damit niemand sehen kann, was ein einzelner Mensch getan hat.
log-older = Ältere Zeilen
log-day = Tage (UTC)
log-signed = Unterschrieben
log-withdrawn = Zurückgezogen
log-set-aside = Aus der Zählung genommen
log-released = Wieder gezählt
log-offset = Anderswo gezählt
log-total = Gesamtzahl
log-days = { $from } bis { $until }
log-correction = Berichtigung ({ $change }): { $reason }
log-proof-heading = Was das beweist
log-proof-lines = Keine Zeile wurde nachträglich geändert, entfernt oder eingefügt. Wer den signierten Stand aufbewahrt hat, kann prüfen, dass das Protokoll noch mit denselben Zeilen beginnt.
log-proof-sums = Jede Gesamtzahl ergibt sich aus der Zeile davor, und die Zahl auf der Seite der Petition ergibt sich aus dem Protokoll.
log-limits-heading = Was es nicht beweist
log-limits-accounts = Dass hinter jedem Konto ein anderer Mensch steht. Ein Konto zählt einmal, aber ein Mensch kann mehrere haben.
log-limits-elsewhere = Was andere gezählt haben. Das Protokoll zeigt nur, welche ihrer Zahlen hinzugerechnet wurden.
log-limits-people = Wer unterschrieben hat. Keine Zeile handelt von einem einzelnen Menschen, und niemand kann mit dem Protokoll beweisen oder herausfinden, dass jemand unterschrieben hat.
log-check-heading = Selbst nachprüfen
log-check = Das Programm hinter dieser Petition ist öffentlich. Sein Befehl verify prüft dieses Protokoll, wenn Sie ihm die Adresse dieser Seite geben. Bewahren Sie eine Kopie der Einträge auf: Die nächste Prüfung vergleicht das Protokoll damit.
log-checkpoint = Der signierte Stand
log-entries = Alle Einträge, mit dem signierten Stand und der Zahl
log-key = Der öffentliche Schlüssel des Protokolls. Vergleichen Sie ihn mit dem, den die Verantwortlichen anderswo veröffentlicht haben.

## For other sites, and for a hall

site-paused = Zurzeit können Sie nicht unterschreiben.
site-goal-reached = Ziel von { $goal } erreicht
site-read = Die Petition lesen
screen-few = Weniger als { $count }
screen-rounded = Auf volle Zehner abgerundet
screen-scan = Scannen, lesen, unterschreiben
screen-scan-reading = Scannen und lesen

## The preview chat on the campaign page

chat-heading = Lesen und unterschreiben
chat-intro = Ein kurzes Gespräch führt Sie durch die Geschichte, den Brief und die Einwilligung. Sie können jederzeit aufhören.
chat-heading-reading = Die Petition lesen
chat-log = Gespräch
chat-you = Ihre Wahl:
chat-working = Einen Moment …
chat-menu = Was Sie hier noch tun können
chat-form-close = Schließen
chat-form-empty = Bitte schreiben Sie zuerst etwas.
chat-copy = Kopieren
chat-copy-text = Text und Link kopieren
chat-copied = Kopiert.
chat-copy-failed = Das Kopieren hat nicht geklappt. Bitte markieren und kopieren Sie den Text selbst.
chat-shared = Weitergegeben. Danke.
chat-retry = Noch einmal versuchen
chat-offline = Sie scheinen offline zu sein. Ihre Wahl wird hier aufbewahrt und gesendet, sobald Sie wieder verbunden sind.
chat-too-many = Das ging sehr schnell. Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal.
chat-outdated = Diese Seite ist veraltet. Bitte laden Sie sie neu.
chat-elsewhere = Dieser Chat funktioniert nur unter { $address }. Bitte öffnen Sie die Seite dort. Wenn Sie diese Petition selbst betreiben: Mit PUBLIC_URL in den Einstellungen erlauben Sie eine andere Adresse.


## Cards and servers: messages that everybody in a channel can read, and the platform's own menu

command-petition = Eine Petition privat lesen und, solange sie offen ist, unterschreiben
option-receipt = Der Beleg einer Unterschrift, die von einem anderen Konto aus geleistet wurde
option-petition = Welche Petition
option-card-language = Die Sprache des Beitrags
command-card = In diesem Kanal einen Beitrag zur Petition posten, den alle sehen
command-milestones = Beiträge dazu, wie viele Menschen über diesen Server unterschrieben haben
command-milestones-on = In diesem Kanal posten, wenn über diesen Server viele Unterschriften dazugekommen sind
command-milestones-off = Auf diesem Server keine solchen Beiträge mehr posten
option-milestones-language = Die Sprache der Beiträge
card-refused = Sie dürfen in diesem Kanal nicht schreiben. Deshalb wurde kein Beitrag gepostet.
card-only-you = Was sich hier öffnet, sehen nur Sie. Niemand hier sieht, was Sie dort tun.
card-failed = Die Gesamtzahl lässt sich zurzeit nicht abrufen. Deshalb wurde kein Beitrag gepostet. Bitte versuchen Sie es in einer Minute noch einmal.
server-total =
    { $count ->
        [one] Über diesen Server kam mindestens { $count } Unterschrift.
       *[other] Über diesen Server kamen mindestens { $count } Unterschriften.
    }
card-too-soon = Bitte nicht so viele Beiträge auf einmal. Der nächste ist { $moment } möglich.
card-as-of = Stand: { $moment }.
card-last = Stand: { $moment }. Dieser Beitrag wird nicht mehr aktualisiert.
card-moved = In diesem Kanal gibt es einen neueren Beitrag. Dieser wird nicht mehr aktualisiert.
button-newer-card = Zum neueren Beitrag
share-card = Mit { $command } posten Sie hier einen Beitrag, den alle im Kanal sehen.
server-milestone =
    { $count ->
        [one] { $count } Mensch hat über diesen Server unterschrieben.
       *[other] { $count } Menschen haben über diesen Server unterschrieben.
    }
milestones-on = Der Bot postet hier künftig, wie viele Menschen über diesen Server unterschrieben haben: nur runde Zahlen, ab zehn, und nie, wer unterschrieben hat. { $command } beendet das.
milestones-off = Der Bot postet auf diesem Server keine solchen Beiträge mehr.
milestones-refused = Nur Mitglieder, die diesen Server verwalten dürfen, können das ändern.
milestones-muted = Der Bot darf in diesem Kanal nicht schreiben. Deshalb wurde nichts geändert. Geben Sie ihm hier die Berechtigungen „Kanal ansehen“ und „Nachrichten senden“, in einem Thread „Nachrichten in Threads senden“. Versuchen Sie es dann noch einmal.
discord-invitation = Geben Sie auf einem Server, der diese App hat, { $command } ein. Überall sonst fügen Sie die App zuerst Ihrem Konto hinzu. Andere sehen das Gespräch dort nicht.


## Telegram: the bot's own page, its cards in groups, and clearing the chat

bot-description = Lesen Sie die Geschichte, die Forderungen und den Brief. Entscheiden Sie dann, ob Sie unterschreiben, mit oder ohne Ihren Namen. Sie unterschreiben erst mit einem Knopf ganz am Ende und können Ihre Unterschrift jederzeit zurückziehen.
bot-description-reading = Hier können Sie die Geschichte, die Forderungen und den Brief lesen. Wenn Sie unterschrieben haben, können Sie Ihre Unterschrift jederzeit zurückziehen.
card-private = Die Petition öffnet sich in einem privaten Chat. Niemand hier sieht, was Sie dort tun.
telegram-invitation = Es öffnet sich ein privater Chat auf Telegram.
button-copy-receipt = Beleg kopieren
button-clear-chat = Diesen Chat leeren
chat-cleared = Die Nachrichten der letzten zwei Tage sind gelöscht. Ihre Unterschrift bleibt bestehen. Um auch den Rest zu entfernen, löschen Sie diesen Chat, hier und auf Ihren anderen Geräten.
chat-not-cleared = Die Nachrichten konnten nicht gelöscht werden. Bitte versuchen Sie es noch einmal, oder löschen Sie diesen Chat, hier und auf Ihren anderen Geräten.


## The letter on paper, when it is handed over

export-signed =
    { $count ->
        [one] Unterschrieben von einer Person
       *[other] Unterschrieben von { $count } Menschen
    }
export-names = Namen
export-anonymous =
    { $count ->
        [one] Eine Person hat ohne Namen unterschrieben.
       *[other] { $count } Menschen haben ohne Namen unterschrieben.
    }
export-as-of = Stand der Unterschriften: { $day }
export-total =
    { $count ->
        [one] Eine Unterschrift
       *[other] { $count } Unterschriften
    }
export-organiser = Verantwortlich: { $organiser }
export-contact = Kontakt: { $contact }
export-letters = Die unterschriebenen Briefe
export-letters-why = Jeder Name steht unter den Worten, die der Person vorlagen.
export-language = Sprache
export-words = Wortlaut
export-signatures = Unterschriften
export-words-current = Aktueller Wortlaut
export-words-former = Früherer Wortlaut
export-words-since = { $code }, erstmals gezeigt am { $day }
export-unnamed =
    { $count ->
        [one] Eine Unterschrift steht ohne Namen:
       *[other] { $count } Unterschriften stehen ohne Namen:
    }
export-omitted =
    { $count ->
        [one] Ein Name wurde weggelassen: { $reason }
       *[other] { $count } Namen wurden weggelassen: { $reason }
    }
export-former-elsewhere =
    { $count ->
        [one] Eine weitere Unterschrift steht unter einem früheren Wortlaut, der in diesem Dokument nicht enthalten ist.
       *[other] { $count } weitere Unterschriften stehen unter einem früheren Wortlaut, der in diesem Dokument nicht enthalten ist.
    }
export-words-lost =
    { $count ->
        [one] Eine weitere Unterschrift steht unter einem Wortlaut, der nicht aufbewahrt wurde. Sie ist in diesem Dokument nicht enthalten.
       *[other] { $count } weitere Unterschriften stehen unter einem Wortlaut, der nicht aufbewahrt wurde. Sie sind in diesem Dokument nicht enthalten.
    }


## Updates: an occasional message for people who asked for it after signing

button-updates = Neuigkeiten erhalten
button-updates-no = Nein, danke
button-updates-yes = Ja, schreiben Sie mir hier
button-updates-open = Zur Petition
button-updates-stop = Keine Neuigkeiten mehr
updates-changed = Dieser Text wurde geändert, nachdem Sie ihn gelesen hatten. Hier ist die neue Fassung. Wir haben noch nichts gespeichert.
updates-on = Danke. Wir schreiben Ihnen hier, wenn es Neuigkeiten gibt. Mit { $command } beenden Sie das jederzeit.
updates-already = Darum haben Sie schon gebeten: Wir schreiben Ihnen hier, wenn es Neuigkeiten gibt. Mit { $command } beenden Sie das sofort.
updates-off = Sie erhalten keine Neuigkeiten mehr. Was wir gespeichert hatten, um Sie zu erreichen, ist gelöscht; Sicherungskopien bleiben noch eine Zeit lang erhalten.
updates-reason = Sie erhalten diese Nachricht, weil Sie um Neuigkeiten gebeten haben. Mit { $command } beenden Sie das sofort.
updates-trial = Dies ist eine Probeversion. Sie können es also ausprobieren: Dafür wird nichts gespeichert und nichts verschickt.
updates-tried = In einer echten Kampagne würden wir Ihnen ab jetzt hier schreiben, wenn es Neuigkeiten gibt, und mit { $command } würden Sie das sofort beenden. Diese Probeversion speichert dafür nichts und verschickt nichts. So würde sich eine Nachricht lesen:
updates-example = Ein Beispiel, keine echte Nachricht: „Heute wurde der Brief übergeben. Danke, dass Sie an unserer Seite stehen.“
updates-trial-off = In einer echten Kampagne würden Sie danach keine Neuigkeiten mehr erhalten, und was gespeichert war, um Sie zu erreichen, würde gelöscht. Diese Probeversion hat dafür nichts gespeichert und verschickt keine Neuigkeiten.
withdrawn-updates = Sie erhalten auch keine Neuigkeiten mehr: Was wir gespeichert hatten, um Sie zu erreichen, ist ebenfalls gelöscht.
mydata-updates-on = Sie erhalten Neuigkeiten. Dafür speichern wir, verschlüsselt, einen Weg, dieses Konto zu erreichen, mit Ihrer Sprache und Ihrer Einwilligung. { $command } löscht das sofort.
mydata-updates-agreed = Darum haben Sie am { $day } gebeten, nach dem Lesen eines Textes in dieser Sprache: { $language }. Seine Prüfsumme beginnt mit { $version }.
mydata-updates-off = Sie haben nicht um Neuigkeiten gebeten. Wir speichern also nichts, womit wir Ihnen schreiben könnten.


## Slack: cards, the Home tab, and the answer to staff commands in other channels

button-post-card = Beitrag in diesem Kanal posten
home-private = Das Gespräch öffnet sich als private Nachricht dieser App, unter „Nachrichten“. Andere Mitglieder sehen nicht, was Sie dort tun. Die Admins des Workspace können es vielleicht sehen.
slack-invitation = Wenn Ihr Workspace diese App hat, geben Sie dort { $command } ein. Andere Mitglieder sehen nicht, was Sie dort tun. Die Admins des Workspace können es vielleicht sehen.
home-no-total = Die Gesamtzahl lässt sich zurzeit nicht abrufen.
staff-not-here = Das geht hier leider nicht.
staff-unconfirmed = Die Datenbank ist zurzeit nicht erreichbar. Deshalb ist unklar, ob das ausgeführt wurde. Bitte sehen Sie in einer Minute nach und versuchen Sie es dann noch einmal.
staff-unread = Die Datenbank ist zurzeit nicht erreichbar. Bitte versuchen Sie es in einer Minute noch einmal.
staff-unchecked = Bei Slack ließ sich gerade nicht prüfen, ob dieser Kanal privat ist. Es wurde nichts geändert. Bitte versuchen Sie es in einer Minute noch einmal.
staff-only-admins = Nur Administratoren dieser Gruppe können die Befehle für das Team benutzen.
staff-unchecked-admin = Bei Telegram ließ sich gerade nicht prüfen, ob Sie diese Gruppe verwalten. Es wurde nichts geändert. Bitte versuchen Sie es in einer Minute noch einmal.
staff-unposted = Slack hat die Veröffentlichung im Kanal nicht zugelassen ({ $code }). Deshalb sehen nur Sie diese Nachricht. Bitte informieren Sie die anderen.
staff-unposted-picture = Das Bild konnte im Kanal nicht veröffentlicht werden ({ $code }). Die Zahlen dort sind auch ohne das Bild vollständig.
staff-unposted-part = Ein Teil dieser Nachricht konnte im Kanal nicht veröffentlicht werden ({ $code }).
staff-unposted-unsure = Slack hat nicht bestätigt, dass das im Kanal veröffentlicht wurde ({ $code }). Bitte sehen Sie nach, ob es dort steht.
form-unopened = Slack hat das Formular nicht geöffnet. Bitte drücken Sie den Knopf noch einmal.


## Staff: what the people who run the petition read, in their rooms and on the command line

staff-help-heading = Was das Team hier tun kann
staff-help-line = { $command }: { $what }
staff-help-total = die Gesamtzahl, das Tempo und das nächste Ziel
staff-help-report = woher die Unterschriften kommen, mit Diagramm
staff-help-chart = nur das Diagramm
staff-help-milestones = hier melden, wenn ein Ziel erreicht ist
staff-help-digest = der tägliche Bericht, zu dieser Stunde in dieser Zeitzone
staff-help-digest-weekly = der wöchentliche Bericht, montags zu dieser Stunde in dieser Zeitzone
staff-help-quarantine = Unterschriften aus der Zählung nehmen, nach Quelle oder nach Tagen (2027-01-15, 2027-01-15..2027-01-20 oder 2027-01-15..); nichts wird gelöscht. Mit --hold auch neue derselben Art
staff-help-quarantine-facts = dasselbe nach mehreren Merkmalen: Nennen Sie die, auf die es ankommt, und Unterschriften mit allen diesen Merkmalen werden aus der Zählung genommen. AGE, das Alter des Kontos, ist under-7-days, 7-to-30-days, older oder unknown
staff-help-list = alle Quarantänen: was, wer, wann und warum
staff-help-release = die Unterschriften einer Quarantäne wieder mitzählen
staff-help-pause = das Unterschreiben auf allen Plattformen anhalten
staff-help-resume = das Unterschreiben wieder freigeben
staff-help-help = diese Liste
staff-problem-command = Diesen Befehl gibt es nicht. Es wurde nichts geändert.
staff-problem-extra = Hinter diesem Befehl stehen zu viele Wörter. Es wurde nichts geändert.
staff-problem-petition = Nennen Sie die Petition: Fügen Sie --petition und ihren Namen hinzu ({ $names }). Es wurde nichts geändert.
staff-problem-period = Ein Bericht gilt für today, 7d, 30d oder all.
staff-problem-switch = Schreiben Sie on oder off. Es wurde nichts geändert.
staff-problem-digest = Schreiben Sie on, weekly oder off. Es wurde nichts geändert.
staff-problem-hour = Schreiben Sie die Stunde als 09:00 (von 00:00 bis 23:59) und die Zeitzone mit ihrem Namen, etwa Africa/Casablanca. Es wurde nichts geändert.
staff-problem-selection = Nennen Sie den Code einer einzigen Quelle (- für Unterschriften ohne Code), Tage (2027-01-15, 2027-01-15..2027-01-20 oder 2027-01-15.., den früheren Tag zuerst), oder --source, --days, --platform, --language und --age (under-7-days, 7-to-30-days, older oder unknown), einzeln oder zusammen, jedes einmal. Es wurde nichts geändert.
staff-problem-reason = Schreiben Sie den Grund dazu, für alle, die später nachsehen: --reason "…", mit höchstens { $most } Zeichen. Es wurde nichts geändert.
staff-problem-hold = --hold gilt für neue Unterschriften: Die Tage dürfen nicht vor heute enden. Es wurde nichts geändert.
staff-problem-number = Nennen Sie die Nummer der Quarantäne in der Liste. Es wurde nichts geändert.
staff-total-heading = Gesamtzahl: { $total }
staff-utc = { $time } UTC
staff-as-of = Stand: { $time }.
staff-total-made = Anderswo gezählt: { $offset }. Hier gesammelt: { $collected }.
staff-total-log = Das öffentliche Protokoll der Gesamtzahl: { $address }
staff-total-today = Heute unterschrieben, seit { $from }: { $count }.
staff-total-yesterday = Gestern bis { $from }: { $before }; bis { $until }: { $after }.
staff-total-week = Im Vergleich zum gleichen Wochentag der Vorwoche um diese Zeit: { $difference } (damals etwa { $before }).
staff-total-hour = In dieser Stunde, seit { $time }: { $count }.
staff-total-day = Zuwachs der Gesamtzahl in den letzten 24 Stunden: { $count }.
staff-goal = Das nächste Ziel ist { $goal }: Es fehlen noch { $missing }.
staff-goal-none = Das letzte Ziel, { $goal }, ist erreicht.
staff-goal-hours = Im Tempo der letzten 24 Stunden ist es in etwa { $hours } Std. erreicht.
staff-goal-day = Im Tempo der letzten 24 Stunden ist es etwa am { $day } erreicht.
staff-goal-unsure = In den letzten 24 Stunden gab es zu wenige Unterschriften, um zu sagen, wann das Ziel erreicht wird.
staff-goal-week-hours = Im Tempo der letzten 7 Tage ist es in etwa { $hours } Std. erreicht.
staff-goal-week-day = Im Tempo der letzten 7 Tage ist es etwa am { $day } erreicht.
staff-goal-week-unsure = In den letzten 7 Tagen gab es zu wenige Unterschriften, um zu sagen, wann das Ziel erreicht wird.
staff-is-paused = Das Unterschreiben ist angehalten.
staff-is-closed = Die Petition ist beendet.
staff-last-day = Am { $day } werden alle Namen gelöscht, und ab diesem Tag kann niemand mehr unterschreiben.
staff-column-count = Unterschriften
staff-column-channel = Plattform
staff-column-locale = Sprache
staff-column-source = Quelle
staff-column-age = Alter des Kontos
staff-column-status = Status
staff-column-moved = Was geschah
staff-row-sum = Gesamt
staff-row-rest = Übrige
staff-row-no-source = ohne Code
staff-row-preview-chat = Chat (Probeversion)
staff-age-new = unter 7 Tage
staff-age-young = 7 bis 30 Tage
staff-age-older = älter
staff-age-unknown = unbekannt
staff-status-counted = zählt
staff-status-set-aside = zählt nicht
staff-moved-signed = unterschrieben
staff-moved-left = zurückgezogen
staff-moved-set-aside = aus der Zählung genommen
staff-moved-released = wieder mitgezählt
staff-report-today = Bericht: heute, { $day } (UTC)
staff-report-days = Bericht: { $from } bis { $until } (UTC)
staff-report-all = Bericht: alle Unterschriften
staff-report-moment = Alle Zahlen gelten für denselben Zeitpunkt, { $time }. Die Gesamtzahl ist { $total }.
staff-report-signed = Unterschriften aus diesem Zeitraum:
staff-report-counted = Die Unterschriften, die zählen:
staff-report-too-few = Es sind weniger als { $least }: zu wenige, um zu zeigen, woher sie kommen.
staff-report-small-counts = Zahlen unter { $least } stehen zusammen unter „Übrige“, wenn nötig mit der nächstgrößeren, damit sich aus ihnen nicht auf einzelne Menschen schließen lässt.
staff-chart-hours = Unterschriften pro Stunde, { $day } (UTC)
staff-chart-days = Unterschriften pro Tag (UTC)
staff-chart-weeks = Unterschriften pro Woche, jeweils mit ihrem ersten Tag (UTC)
staff-chart-months = Unterschriften pro Monat (UTC)
staff-chart-total = Gesamtzahl
staff-chart-total-from = Gesamtzahl (Achse beginnt bei { $start })
staff-chart-new = Neu
staff-chart-left = Zurückgezogen
staff-chart-left-some = Zurückgezogen (kleine Zahlen nicht gezeigt)
staff-chart-goal = Ziel { $goal }
staff-chart-goal-above = Ziel { $goal } (oberhalb dieser Achse)
staff-chart-goal-reached = Ziel { $goal } (erreicht)
staff-chart-rest = Nicht einzeln gezeigt
staff-chart-running = Letzter Balken: läuft noch
staff-chart-most = Der höchste Wert: { $count } ({ $when }).
staff-chart-running-when = Der letzte Balken ({ $when }) läuft noch.
staff-chart-growth = Die Gesamtzahl stieg von { $from } auf { $until }; das Ziel ist { $goal }.
staff-chart-failed = Das Diagramm konnte nicht gezeichnet werden. Die Zahlen hier sind auch ohne das Diagramm vollständig.
staff-milestones-on = Ab jetzt melden wir hier, wenn ein Ziel erreicht ist. Das nächste ist { $goal }.
staff-milestones-none = Ab jetzt melden wir hier, wenn ein Ziel erreicht ist, aber alle sind schon erreicht: Tragen Sie weitere in die Einstellungen der Petition ein.
staff-milestones-off = Wir melden hier nicht mehr, wenn ein Ziel erreicht ist.
staff-milestone-heading = { $goal } erreicht
staff-milestone = Die Gesamtzahl ist jetzt { $total }. Danke an alle, die diese Petition tragen.
staff-digest-on = Der tägliche Bericht kommt ab jetzt hierher; der nächste am { $next } ({ $zone }).
staff-digest-weekly-on = Der wöchentliche Bericht kommt ab jetzt hierher; der nächste am { $next } ({ $zone }).
staff-digest-off = Weder der tägliche noch der wöchentliche Bericht kommt mehr hierher.
staff-digest-heading = Täglicher Bericht, { $moment } ({ $zone })
staff-digest-weekly-heading = Wöchentlicher Bericht, { $moment } ({ $zone })
staff-digest-pace = In den letzten 7 Tagen unterschrieben: { $count }. Im Vergleich zu den 7 Tagen davor: { $difference }.
staff-digest-best = Bester Tag: { $day } ({ $count }).
staff-what-source = Quelle { $source }
staff-what-platform = Plattform { $platform }
staff-what-language = Sprache { $language }
staff-what-age = Alter des Kontos: { $age }
staff-what-days = { $from } bis { $until } (UTC)
staff-what-since = ab { $from } (UTC)
staff-what-until = bis { $until } (UTC)
staff-what-hold = { $what }, auch neue Unterschriften
staff-quarantine-heading = Aus der Zählung nehmen: { $what }?
staff-quarantine-count = Unterschriften, die dann nicht mehr zählen: mindestens { $count }.
staff-quarantine-already = Zählen schon jetzt nicht und fallen dann auch unter diese Quarantäne: mindestens { $count }.
staff-quarantine-hold = Neue Unterschriften dieser Art zählen nicht, solange diese Quarantäne gilt.
staff-quarantine-kept = Nichts wird gelöscht: Alles kann wieder mitgezählt werden, und Menschen können ihre Unterschrift weiterhin zurückziehen. Gespeichert wird, was aus der Zählung genommen wurde, wann, warum, und ein Code für das Teammitglied.
staff-reason = Grund: { $reason }
staff-quarantine-few = Dadurch würden weniger als { $least } Unterschriften nicht mehr zählen. So wenige werden nie aus der Zählung genommen: Die Gesamtzahl würde verraten, ob eine bestimmte Person unterschrieben hat. Wählen Sie mehr aus. Es wurde nichts geändert.
staff-quarantine-near = Diese Auswahl und die der Quarantäne { $number } unterscheiden sich um weniger als { $least } Unterschriften: Zusammen würden sie verraten, ob eine bestimmte Person unterschrieben hat. Wiederholen Sie genau die Auswahl jener Quarantäne, oder wählen Sie etwas, das sich stärker unterscheidet. Es wurde nichts geändert.
staff-quarantine-unknown = Die Einstellungen der Petition nennen keine solche Quelle, und weniger als { $least } Unterschriften aus ihr würden nicht mehr zählen. Es wurde nichts geändert.
staff-quarantine-done = Quarantäne { $number } gilt jetzt. Unterschriften, die nicht mehr zählen: { $count }.
staff-release-heading = Wieder mitzählen: Quarantäne { $number }, { $what }?
staff-release-count = Unterschriften, die dann wieder zählen: { $count }.
staff-release-staying = Fallen auch unter eine andere Quarantäne und zählen weiterhin nicht: { $count }.
staff-release-unknown = Es gibt keine Quarantäne { $number }. Es wurde nichts geändert.
staff-release-already = Quarantäne { $number } war schon aufgehoben. Es wurde nichts geändert.
staff-release-done = Quarantäne { $number } ist aufgehoben. Unterschriften, die wieder zählen: { $count }.
staff-list-heading = Quarantänen
staff-list-none = Bisher wurde nie etwas aus der Zählung genommen.
staff-list-older = Ältere, die hier nicht stehen: { $count }.
staff-list-entry = Quarantäne { $number }: { $what }
staff-list-held = Jetzt aus der Zählung genommen: { $count }.
staff-list-set = Eingerichtet am { $moment } unter Teamcode { $who }.
staff-list-released = Aufgehoben am { $moment } unter Teamcode { $who }.
staff-pause-heading = Das Unterschreiben auf allen Plattformen anhalten?
staff-pause-ask = Wer unterschreiben will, liest dann, dass es zurzeit nicht geht. Lesen, Zurückziehen und alles andere gehen weiter.
staff-paused = Das Unterschreiben ist auf allen Plattformen angehalten.
staff-paused-already = Das Unterschreiben war schon angehalten.
staff-resume-heading = Das Unterschreiben auf allen Plattformen wieder freigeben?
staff-resume-ask = Danach können Menschen wieder unterschreiben.
staff-resumed = Das Unterschreiben ist auf allen Plattformen wieder freigegeben.
staff-resumed-already = Das Unterschreiben ist nicht angehalten.
staff-pausing-since = Seit { $moment }, unter Teamcode { $who }.
staff-done-by = Vermerkt unter Teamcode { $who }: Er steht für ein einzelnes Teammitglied und nennt keinen Namen.
staff-closed = Die Petition ist seit dem { $day } beendet: Niemand kann unterschreiben.
staff-button-set-aside = Aus der Zählung nehmen
staff-button-release = Wieder mitzählen
staff-button-pause = Unterschreiben anhalten
staff-button-resume = Unterschreiben freigeben
staff-button-cancel = Nichts tun
staff-button-refresh = Aktualisieren
staff-button-week = 7 Tage
staff-button-month = 30 Tage
staff-button-chart = Diagramm
staff-confirm-within = Noch wurde nichts geändert. Bestätigen Sie innerhalb von { $minutes } Minuten.
staff-confirm-unknown = Hier gibt es nichts zu bestätigen: Es ist schon getan, es ist zu spät, oder jemand anderes hatte es veranlasst. Dadurch wurde nichts geändert.
staff-confirm-changed = Inzwischen sind Unterschriften dazugekommen oder weggefallen, deshalb wurde nichts getan. So sieht es jetzt aus. Wenn es zu schnell geht, nutzen Sie --hold, oder halten Sie zuerst das Unterschreiben an.
staff-alert-heading = Achtung
staff-alert-over = Alles ist wieder in Ordnung
staff-alert-drift = Die tägliche Nachzählung stimmt nicht mit dem laufenden Zählerstand überein. Abweichende Stellen: { $count }. Jemand hat die Datenbank von Hand geändert, oder eine ältere Version hat ein Backup eingespielt. Führen Sie reconcile auf der Kommandozeile aus, und klären Sie als Erstes, was von beidem zutrifft.
staff-alert-drift-over = Die Nachzählung stimmt wieder mit dem laufenden Zählerstand überein.
staff-alert-names = Die tägliche Nachzählung fand Namen, die niemand lesen kann: Der Schlüssel, mit dem sie verschlüsselt sind, fehlt in der Datenbank. Betroffene Unterschriften: { $count }. Diese zählen weiterhin. Führen Sie reconcile auf der Kommandozeile aus, und bewahren Sie jedes Backup auf: Vielleicht enthält eines den Schlüssel.
staff-alert-names-over = Es gibt keinen Namen mehr, dessen Schlüssel fehlt.
staff-alert-log = Das öffentliche Protokoll der Gesamtzahl stimmt nicht mit den Unterschriften überein. Abweichung: { $count }. Das berichtigt sich nicht von selbst: Führen Sie reconcile auf der Kommandozeile aus, klären Sie die Ursache, und fügen Sie dann eine Zeile hinzu, die sie nennt.
staff-alert-log-over = Das öffentliche Protokoll der Gesamtzahl stimmt wieder mit den Unterschriften überein.
staff-alert-log-stopped = Dem öffentlichen Protokoll der Gesamtzahl wird nichts mehr hinzugefügt: Seine Zeilen sind nicht die, die signiert wurden, oder es fehlen welche. Führen Sie als Erstes reconcile auf der Kommandozeile aus.
staff-alert-log-stopped-over = Dem öffentlichen Protokoll der Gesamtzahl werden wieder Zeilen hinzugefügt.
staff-alert-last-day = Am { $day } werden alle Namen gelöscht, auch wenn der Brief noch nicht übergeben wurde, und ab diesem Tag kann niemand mehr unterschreiben. Das versprechen die Datenschutzhinweise. Übergeben Sie den Brief vor diesem Tag, und vermerken Sie die Übergabe mit close --delivered auf der Kommandozeile.
staff-last-day-heading = Der letzte Tag für die Namen
staff-last-day-moved = Die Warnung gilt nicht mehr: Eine Übergabe wurde vermerkt, oder die Einstellungen nennen einen anderen Tag.
staff-last-day-over = Die Namen wurden am { $day } gelöscht, wie es die Datenschutzhinweise versprechen. Die Zählung bleibt, und Menschen können ihre Unterschrift weiterhin zurückziehen. Vernichten Sie jetzt die Backups, in denen noch Namen stehen.
staff-alert-store = Die Datenbank ist seit { $time } nicht erreichbar. In dieser Zeit kann niemand unterschreiben; die Menschen werden gebeten, es noch einmal zu versuchen.
staff-alert-store-over = Die Datenbank ist seit { $time } wieder erreichbar.
staff-alert-lost = In der Datenbank fehlt etwas, das wir Menschen als gespeichert bestätigt hatten. Menschen, die es bisher bemerkt haben: { $count }. Die Datenbank muss auf einen früheren Stand zurückgefallen sein, etwa den einer Standby-Datenbank, die im Rückstand war. Wir bitten jeden dieser Menschen nachzusehen und noch einmal zu unterschreiben oder zurückzuziehen. Andere wissen es vielleicht noch nicht: Sagen Sie es dort, wo sie es lesen werden.
staff-alert-lost-over = Seit einer Stunde ist niemand mehr auf eine verlorene Änderung gestoßen.
staff-alert-platform = { $platform } ist seit { $time } nicht erreichbar. In dieser Zeit kann dort niemand unterschreiben.
staff-alert-platform-over = { $platform } ist seit { $time } wieder erreichbar.
staff-alert-source = Mehr als { $count } Unterschriften pro Stunde kommen aus einer einzigen Quelle: { $source }. Wenn Sie das nicht erwartet haben, sehen Sie sich den Bericht an, und nehmen Sie diese Unterschriften aus der Zählung, bis Sie mehr wissen:
staff-alert-source-over = Die Zahl der Unterschriften aus der Quelle { $source } ist wieder normal.
staff-alert-source-day = Mehr als { $count } Unterschriften innerhalb von 24 Stunden kommen aus einer einzigen Quelle: { $source }. Wenn Sie das nicht erwartet haben, sehen Sie sich den Bericht an, und nehmen Sie diese Unterschriften aus der Zählung, bis Sie mehr wissen:
staff-alert-source-day-over = Die Quelle { $source } hat innerhalb von 24 Stunden wieder so viele Unterschriften wie üblich.
staff-alert-wave = Viel mehr Menschen als üblich unterschreiben:
staff-alert-wave-advice = Dahinter kann ein Artikel oder ein Newsletter stecken oder ein Skript. Wenn niemand es erklären kann, sehen Sie sich den Bericht an: quarantine nimmt Unterschriften aus der Zählung, bis Sie mehr wissen, und mit release zählen sie wieder.
staff-alert-wave-over = Die Zahl der Unterschriften ist wieder normal:
staff-wave-name = { $column }: { $value }
staff-wave-hour = { $name } – innerhalb einer Stunde { $count }, üblich um diese Tageszeit: { $usual }
staff-wave-day = { $name } – heute (UTC) { $count }, üblich an einem ganzen Tag: { $usual }
staff-wave-few = weniger als { $count }
staff-alert-stop = Seit { $time } hat niemand unterschrieben. Gestern waren es in der Stunde ab dieser Uhrzeit { $count } Unterschriften. Versuchen Sie selbst zu unterschreiben, und sehen Sie sich /readyz und das Log des Servers an.
staff-alert-stop-over = Es wird wieder unterschrieben.
staff-alert-stop-ended = Zurzeit kann niemand unterschreiben. Die Warnung, dass niemand unterschreibt, gilt daher nicht mehr.
staff-alert-leaving = Innerhalb einer Stunde zurückgezogene Unterschriften: { $count }. Finden Sie heraus, warum: Vielleicht stehen Menschen unter Druck, es geht ein Gerücht um, oder ein Text enthält einen Fehler.
staff-alert-leaving-over = Die Zahl der zurückgezogenen Unterschriften ist wieder normal.
