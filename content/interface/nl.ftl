# The interface in Dutch. en.ftl explains each message and has the rules for translators.
# Register: je, for everybody, in the Netherlands and in Belgium. Words for people fit any gender. Single typographic
# quotes ‘ ’. "Sign" is tekenen, "take back" is intrekken, "hand over" is overhandigen.

language-name = Nederlands
# ltr or rtl
direction = ltr
intl-tag = nl
number-example = 12.345
first-of-month = 1


## The menu of commands

command-sign = De petitie lezen, en tekenen zolang dat kan
command-total = Hoeveel mensen in actie zijn gekomen
command-share = Een tekst om te delen
command-language = Een andere taal kiezen
command-privacy = Wie wat over je bewaart, en waarom
command-mydata = Wat we over je bewaren, en je ontvangstbewijs
command-withdraw = Je handtekening intrekken en laten wissen
command-stop = Geen nieuws meer ontvangen
command-cancel = Dit gesprek beëindigen en de gegevens ervan wissen (een handtekening blijft)
command-help = Wat je hier kunt doen
command-petitions = Alle petities van deze bot


## What people type instead of a command: words separated by commas

typed-sign = tekenen, ik teken, ik wil tekenen, petitie tekenen, ondertekenen, beginnen, start
typed-total = totaal, aantal, hoeveel
typed-share = delen, doorgeven, doorsturen
typed-language = taal, talen, andere taal, taal wijzigen
typed-privacy = privacyverklaring, privacybeleid, gegevensbescherming, mijn privacy
typed-mydata = mijn gegevens, mijn ontvangstbewijs, mijn naam verbeteren, mijn naam wijzigen, mijn gegevens wissen, mijn gegevens verwijderen
typed-withdraw = intrekken, handtekening intrekken, mijn handtekening intrekken, mijn handtekening verwijderen, mijn handtekening wissen, verwijder mijn handtekening, trek mijn handtekening in, mijn naam verwijderen, mijn naam wissen, mijn naam intrekken
typed-stop = stop, stoppen, afmelden, uitschrijven, geen berichten meer, geen nieuws meer, ophouden, schrijf me uit, ik wil stoppen, meld me af, stop met berichten, afmelding
typed-cancel = annuleren, afbreken, gesprek wissen
typed-help = hulp, commando’s, opdrachten


## Buttons: at most 30 characters

button-begin = Lezen en tekenen
button-continue = Verder
button-back = Terug
button-story = Lees het verhaal
button-whole = Alles op één pagina
button-next = Volgende
button-letter = Eisen en brief
button-consent = Voordat je tekent
button-privacy = Volledige privacyverklaring
button-agree = Ik geef toestemming
button-decline = Nee, bedankt
button-anonymous = Tekenen zonder naam
button-sign-as = Tekenen als { $name }
button-name = Een naam opgeven
button-change-name = De naam wijzigen
button-command = Ik bedoelde het commando
button-its-name = Het is mijn naam
button-share = Delen
button-write-for-rights = Write for Rights
button-mydata = Mijn gegevens
button-correct = Naam verbeteren
button-keep-name = Zo laten staan
button-read-again = Nog eens lezen
button-start = Terug naar de petitie
button-restart = Opnieuw beginnen
button-withdraw = Mijn handtekening intrekken
button-withdraw-yes = Ja, intrekken
button-withdraw-no = Nee, laten staan
button-receipt = Ontvangstbewijs invoeren


## A bot with several petitions

chooser-heading = Kies een petitie
chooser-intro = Deze bot heeft meerdere petities. Je kunt ze allemaal lezen en tekenen, een voor een.
chooser-done = Er is hier nu niets meer dat je kunt tekenen. Je kunt elke petitie nog eens lezen.
chooser-signed = Je hebt deze petitie getekend.
button-more-petitions = Meer petities
others-line =
    { $count ->
        [one] Nog één petitie hier heeft je nodig.
       *[other] Nog { $count } petities hier hebben je nodig.
    }
button-other-petitions = Kies een andere petitie
withdraw-which = Welke handtekening wil je intrekken?
button-withdraw-all = Alle { $count } intrekken
withdraw-all-ask =
    { $count ->
        [one] Wil je { $count } handtekening intrekken? Die wordt dan meteen gewist, en je naam ook, als je er een had gegeven.
       *[other] Wil je alle { $count } handtekeningen intrekken? Ze worden dan meteen gewist, en elke naam die je had gegeven ook.
    }
button-withdraw-all-yes = Ja, allemaal intrekken
button-withdraw-all-no = Nee, laten staan
bot-description-several = Kies een van de petities, lees die en beslis dan of je tekent, met of zonder je naam. Je tekent pas als je aan het einde op ‘Tekenen’ drukt, en je kunt elke handtekening altijd weer intrekken.


## The steps

preview-notice = Dit is een proefversie. Probeer gerust alles uit: handtekeningen tellen hier niet mee.
total-line =
    { $total ->
        [one] Tot nu toe is { $total } persoon in actie gekomen.
       *[other] Tot nu toe zijn { $total } mensen in actie gekomen.
    }
goal-line = Het volgende doel is { $goal }.
goal-passed = Ons doel van { $goal } is bereikt. Elke handtekening erbij geeft de brief nog meer gewicht.
total-closed =
    { $total ->
        [one] In totaal is { $total } persoon in actie gekomen.
       *[other] In totaal zijn { $total } mensen in actie gekomen.
    }
paused-notice = Tekenen kan op dit moment niet. Er is geen handtekening verloren gegaan. Kom later nog eens terug.
status-upcoming = Je kunt deze petitie nog niet tekenen.
status-closed = De petitie is gesloten.
status-delivered = De brief is overhandigd op { $day }.
closes-line = Je kunt tekenen tot { $moment }.
closes-in =
    { $days ->
        [one] De petitie sluit over { $days } dag: je kunt tekenen tot { $moment }.
       *[other] De petitie sluit over { $days } dagen: je kunt tekenen tot { $moment }.
    }
closes-tomorrow = De petitie sluit morgen: je kunt tekenen tot { $moment }.
closes-today-hour = De petitie sluit vandaag om { $time } ({ $zone }).
closes-today-day = De petitie sluit vandaag: je kunt tekenen tot het einde van de dag (UTC).
closes-moment-hour = { $day } om { $time } ({ $zone })
closes-moment-day = het einde van { $day } (UTC)
closes-zone = tijd in { $place }
welcome-next =
    { $minutes ->
        [one] Dit duurt ongeveer { $minutes } minuut. Je tekent pas als je aan het einde op ‘Tekenen’ drukt.
       *[other] Dit duurt ongeveer { $minutes } minuten. Je tekent pas als je aan het einde op ‘Tekenen’ drukt.
    }
welcome-read = Je kunt hier het verhaal, de eisen en de brief lezen.
letter-signature = [je naam, als je die geeft]
organiser-unset = [wie deze bot beheert]
contact-unset = [het adres van de organisator]
privacy-url-unset = [het adres van het privacybeleid]
hosting-unset = [het land waar de gegevens zijn opgeslagen]
story-page = Het verhaal, pagina { $page } van { $pages }

name-heading = Met of zonder je naam?
name-recipient = Je hebt nog niet getekend. De brief gaat naar:
name-choice = Als je een naam geeft, komt die onder de brief te staan, waar de lezers hem zien. Kan dat jou of je naasten in gevaar brengen, teken dan zonder naam.
name-offered = Je naam op dit platform is { $name }.
name-typed = Je staat op het punt te tekenen als { $name }. Is de naam zo goed?
name-visible = De naam komt onder de brief te staan, waar de lezers hem zien.
name-or-command = Je schreef { $name }. Bedoelde je het commando { $command }, of is dit je naam?
correct-heading = De naam verbeteren
correct-choice = Hoe moet je naam onder de brief staan? De lezers van de brief zien hem daar. Je kunt ook zonder naam tekenen. Aan je handtekening verandert niets tot je op een knop drukt waarmee je tekent. De nieuwe keuze komt dan meteen in de plaats van de oude: het blijft één handtekening, en je ontvangstbewijs blijft hetzelfde.

thanks-word = Dank je wel
thanks-recorded = Je handtekening is vastgelegd.
thanks-receipt = Je ontvangstbewijs: { $receipt }
thanks-withdraw = Als je van gedachten verandert, kun je met { $command } je handtekening intrekken en laten wissen.


## Why a screen is shown: one line above it

why-resumed = Welkom terug. We gaan verder waar je gebleven was.
why-stale = Die knop hoort bij een eerder bericht. Er is dus niets veranderd. Je bent nu hier:
why-buttons = Gebruik de knoppen hieronder. { $command } laat zien wat je hier nog meer kunt doen.
why-changed = Deze tekst is gewijzigd nadat je hem had gelezen. Hier is de nieuwe versie. Je hebt nog niet getekend.
why-changed-signed = Deze tekst is gewijzigd nadat je had getekend. Hier is de nieuwe versie. Aan je handtekening verandert niets tot je met de nieuwe naam tekent.
why-language-gone = De petitie is er niet meer in de taal die je had gekozen. We gaan verder in het { $language }.
why-not-open = De petitie kan op dit moment niet worden getekend. Je hebt niet getekend.
why-paused = Tekenen kan op dit moment niet, en je hebt nog niet getekend. Kom later nog eens terug.
why-closed = De petitie is intussen gesloten. Je hebt niet getekend.
why-already-signed = Je hebt getekend op { $day }. Eén keer is genoeg.
why-display-name = Je naam op dit platform is veranderd. Kijk er nog eens naar voordat je tekent.
why-display-name-signed = Je naam op dit platform is veranderd. Er is nog niets vervangen: kijk er nog eens naar.
why-kept = Je handtekening blijft staan.
why-corrected = Je nieuwe keuze is vastgelegd. Het is nog steeds dezelfde handtekening, met hetzelfde ontvangstbewijs.
why-correction-gone = Je handtekening is intussen ingetrokken. Er valt dus geen naam te verbeteren, en je hebt niet getekend.
why-correction-too-late = Namen kunnen nu niet worden verbeterd. Aan je handtekening verandert niets.


## Why a name is refused

name-empty = We kunnen in je bericht geen naam vinden. Schrijf een naam, of teken zonder naam.
name-no-letter = In een naam moet minstens één letter of cijfer staan. Schrijf de naam opnieuw, of teken zonder naam.
name-too-long =
    { $most ->
        [one] Die naam is te lang om onder de brief te passen. Gebruik hoogstens { $most } teken.
       *[other] Die naam is te lang om onder de brief te passen. Gebruik hoogstens { $most } tekens.
    }
name-control = In die naam zitten besturingstekens, en die kunnen we niet afdrukken. Typ de naam in plaats van hem te plakken.
name-invisible = In die naam zitten onzichtbare tekens, of tekens die de leesrichting omkeren. Typ de naam in plaats van hem te plakken.
name-unreadable = In die naam zitten tekens die niet overal kunnen worden afgedrukt. Gebruik letters; elke taal is goed.
name-marks = In die naam staan meer accenten en tekens op één letter dan we kunnen afdrukken. Schrijf de naam eenvoudiger.
name-address = Schrijf alleen een naam: geen links, adressen of @gebruikersnamen. Staat er een punt in de naam, zet er dan een spatie achter.


## Forms, and the questions that replace them

name-form-title = Je naam
name-form-label = Naam
name-form-hint = Zoals die onder de brief moet staan
name-form-submit = Verder
name-question = Stuur de naam als bericht, zoals die onder de brief moet staan. Je tekent daarmee nog niet: je krijgt de naam eerst nog eens te zien.
correct-question = Stuur de naam als bericht, zoals die onder de brief moet staan. Aan je handtekening verandert nog niets: je krijgt de nieuwe naam eerst nog eens te zien.
receipt-form-title = Een handtekening intrekken
receipt-form-label = Ontvangstbewijs
receipt-form-hint = Het ontvangstbewijs dat je kreeg bij het tekenen
receipt-form-submit = Intrekken
receipt-question = Stuur het ontvangstbewijs als bericht. We wissen de handtekening die erbij hoort dan meteen.
receipt-unknown = Er is geen handtekening met dit ontvangstbewijs. Vergelijk het letter voor letter met het bewijs dat je hebt gekregen. Als de handtekening al eerder is ingetrokken, staat die hier niet meer.


## Answers to the commands

share-intro = Fijn dat je dit wilt doorgeven. De tekst zegt niets over jou, ook niet of je hebt getekend.
share-label = Delen
share-reading = { $headline } – hier lees je het verhaal, de eisen en de brief.
share-outcome = { $headline } – hier lees je hoe het is afgelopen, en het hele verhaal.
language-ask = We spreken nu { $language }. Welke taal wil je?

withdraw-ask = Wil je je handtekening intrekken? Die wordt dan meteen gewist, en je naam ook, als je er een had gegeven.
withdraw-handed-over = Een brief die al is overhandigd, kan niet worden teruggehaald.
withdraw-delivered = De brief is overhandigd op { $day }. Als je toen al een naam had gegeven, staat die misschien in de brief en kan die niet meer worden teruggehaald.
withdraw-nothing = Met dit account is niet getekend. Er valt dus niets in te trekken.
withdraw-other-account = Als je met een ander account hebt getekend, kun je die handtekening intrekken met het ontvangstbewijs dat je daar kreeg.
withdrawn-heading = Je handtekening is ingetrokken
withdrawn = We hebben je handtekening gewist, en je naam ook, als je er een had gegeven. Je ontvangstbewijs is niet meer geldig. Kopieën blijven nog een tijd in back-ups staan.
withdrawn-receipt = De handtekening met dit ontvangstbewijs is ingetrokken en gewist. Kopieën blijven nog een tijd in back-ups staan.
withdrawn-again = Dank je wel dat je ons hebt gesteund. Zolang de petitie open is, kun je terugkomen en opnieuw tekenen.

cancelled-heading = We hebben gewist wat we van dit gesprek bewaarden
cancelled-unsigned = Je hebt niet getekend. We bewaren alleen de taal die je hebt gekozen.
cancelled-signed = Je handtekening blijft staan. Wil je die ook intrekken, gebruik dan { $command }.
declined-heading = Bedankt voor het lezen
declined = Je hebt niet getekend. Wat we van dit gesprek bewaarden, is gewist, behalve de taal die je koos.
declined-again = Als je van gedachten verandert, ben je hier altijd welkom.
messages-remain = De berichten staan nog in deze chat: verwijder ze als anderen kunnen meekijken.
messages-cleared = De berichten zijn van deze pagina verwijderd.

stop-updates = Je hebt niet om nieuws gevraagd. We bewaren dus niets waarmee we je zouden kunnen schrijven, en er valt niets te stoppen.
stop-instead = Om je handtekening in te trekken, gebruik je { $withdraw }. Om te wissen wat we van dit gesprek bewaren, gebruik je { $cancel }.

help-heading = Wat je hier kunt doen
help-intro = Je kunt dit op elk moment gebruiken; daarna ga je verder waar je gebleven was.
help-line = { $command } – { $what }
help-organiser = { $organiser } beheert deze bot. Contact: { $contact }.
help-privacy = Het privacybeleid van de organisator: { $url }

mydata-heading = Wat we over je bewaren
mydata-signed = Je hebt getekend op { $day }, in deze taal: { $language }.
mydata-counted = Je handtekening telt mee.
mydata-set-aside = We controleren je handtekening, samen met andere. Zolang dat duurt, telt die niet mee. Je hoeft niets te doen.
mydata-unsigned = Met dit account is niet getekend.
mydata-unreadable = Je handtekening staat er nog, maar deze versie van de bot kan de gegevens ervan niet lezen. Met { $command } kun je de handtekening intrekken en laten wissen.
mydata-held = Bij je handtekening bewaren we de dag, de taal, het platform, de link of het bericht waarmee je hier bent gekomen als die van ons was, en hoe oud je account ongeveer is. Je account staat er alleen als code bij, niet met naam of nummer.
mydata-name = Als je een naam hebt gegeven, is die versleuteld. Na hoogstens een uur kan deze bot hem niet meer lezen. Daarom staat hij hier niet.
mydata-correct = Staat er een fout in de naam? Hieronder kun je hem verbeteren.
mydata-erased = De namen zijn gewist op { $day }. Als je er een had gegeven, wordt die hier niet meer bewaard.
mydata-withdraw = Met { $command } kun je je handtekening intrekken en laten wissen.
mydata-receipt = Je ontvangstbewijs: { $receipt }
mydata-consent = Hiervoor heb je toestemming gegeven:
mydata-texts = De teksten die je zag toen je tekende. Achter elke tekst staat het begin van zijn digitale vingerafdruk (SHA-256), zodat elke latere wijziging zou opvallen:
mydata-text = { $text } ({ $language }): { $version }
mydata-conversation = Verder bewaren we, versleuteld en tot ongeveer een maand na je laatste bezoek: je taal, hoever je in dit gesprek bent, de link of het bericht waarmee je hier bent gekomen als die van ons was, en een naam waarmee je nog niet hebt getekend. { $command } wist dit alles meteen, behalve de taal.
mydata-platform = Het platform van deze chat kan meelezen. Wat het bewaart, hebben wij niet in de hand. Maak je je daar zorgen over, verwijder de chat dan hier en op je andere apparaten.
text-demands = De eisen
text-letter = De brief
text-notice = Voordat je tekent
text-privacy = De privacyverklaring
text-consent = Je toestemming


## When something went wrong on our side

unconfirmed = We weten niet zeker of dit is opgeslagen. Probeer het zo meteen nog eens.
unconfirmed-once = Je kunt het gerust herhalen: niets wordt dubbel vastgelegd.
apology = Er is bij ons iets misgegaan. Onze excuses. Probeer het nog eens met { $command }.
lost = Onze database is enkele van de laatste wijzigingen kwijt. Wat we je het laatst hebben verteld, klopt misschien niet meer. Een handtekening die we hadden bevestigd, kan verdwenen zijn. Een handtekening die we hadden gewist, kan terug zijn. Dat spijt ons.
lost-check = Kijk bij { $mydata }: daar staat wat we nu over je bewaren. Is dat niet wat je had besloten, teken dan opnieuw met { $sign }, of trek je handtekening opnieuw in met { $withdraw }. Niets wordt dubbel vastgelegd.


## The campaign page

page-skip = Direct naar de petitie
page-short-name = Petitie
page-languages = Taal
page-total-label = mensen zijn in actie gekomen
page-total-week = { $count } van hen in de afgelopen 7 dagen
page-goal-label = Volgende doel
page-goals-reached = Al bereikt: { $goals }
page-total-unknown = Het totaal is op dit moment niet beschikbaar.
page-offset =
    { $count ->
        [one] Inclusief één actie die elders is geteld (bron: { $source }, { $day }).
       *[other] Inclusief { $count } acties die elders zijn geteld (bron: { $source }, { $day }).
    }
page-offsets =
    { $count ->
        [one] Inclusief één actie die elders is geteld:
       *[other] Inclusief { $count } acties die elders zijn geteld:
    }
offset-entry = { $source }, { $day }: { $count }
page-preview = Dit is een proefversie. Handtekeningen blijven op deze computer en tellen niet mee.
page-noscript = De chat op deze pagina en het actuele totaal hebben JavaScript nodig. Al het andere op deze pagina kun je zonder lezen.
page-join-heading = Teken met je naam, of zonder
page-join-chat = Hier lezen en tekenen
page-join-heading-reading = Lees de petitie in een chat
page-join-chat-reading = Hier lezen
page-join-none = Je kunt op dit moment nergens tekenen.
page-sign-on = Teken op { $platform }
page-read-on = Lees op { $platform }
page-takes =
    { $minutes ->
        [one] Het duurt ongeveer { $minutes } minuut. Je tekent met je naam of zonder.
       *[other] Het duurt ongeveer { $minutes } minuten. Je tekent met je naam of zonder.
    }
page-scan = Zit je achter een computer? Scan deze code met je telefoon.
page-scan-label = QR-code van de link naar { $platform }
page-also = Ook op { $platforms }
page-share-heading = Geef het door
page-share-intro = Dit stuur je door. De tekst zegt niets over jou, ook niet of je hebt getekend.
page-share-device = Delen
page-share-email = E-mail
page-story-heading = Het verhaal
page-demands-heading = De eisen
page-letter-heading = De brief
page-privacy-heading = Privacyverklaring
page-source = Deze feiten zijn gemeld door { $organisation }:
page-organiser-heading = Wie deze petitie organiseert
page-organiser = { $organiser } organiseert deze petitie en is ervoor verantwoordelijk.
page-contact = Contact
page-privacy-policy = Privacybeleid van { $organiser }
page-error-heading = Deze pagina kan niet worden getoond
page-error-not-found = Op dit adres staat niets.
page-error-refused = Het verzoek was niet te begrijpen.
page-error-too-many = Er kwamen veel verzoeken vanaf jouw netwerk. Wacht een minuut en probeer het dan opnieuw.
page-error-unavailable = Er is even iets buiten werking. Probeer het over een minuut opnieuw.
page-error-home = Naar de petitie

## The public log of the total: the page /log

log-link = Hoe dit aantal veranderde, dag voor dag
log-heading = Het openbare logboek van dit aantal
log-intro = Elke regel gaat over een of meer dagen: hoeveel mensen tekenden, hoeveel hun handtekening introkken, en het totaal. De regels zijn aan elkaar gekoppeld en digitaal ondertekend, zodat iedereen kan nagaan dat er achteraf niets is veranderd.
log-empty = Er is nog geen regel. De eerste verschijnt hier als minstens tien mensen hebben getekend.
log-chart = Het totaal van { $from } tot en met { $until }, als lijn. Aan het eind: { $total }.
log-lines-heading = Dag voor dag
log-waiting = Vanaf { $day } is er nog geen regel. Een dag met een aantal van één tot en met negen komt samen met de dagen erna in één regel, zodat niemand kan zien wat één persoon heeft gedaan.
log-older = Oudere regels
log-day = Dagen (UTC)
log-signed = Getekend
log-withdrawn = Ingetrokken
log-set-aside = Uit de telling gehaald
log-released = Weer meegeteld
log-offset = Elders geteld
log-total = Totaal
log-days = { $from } tot en met { $until }
log-correction = Correctie ({ $change }): { $reason }
log-proof-heading = Wat dit bewijst
log-proof-lines = Geen regel is achteraf veranderd, verwijderd of ingevoegd. Wie het ondertekende controlepunt heeft bewaard, kan nagaan dat het logboek nog met dezelfde regels begint.
log-proof-sums = Elk totaal volgt uit de regel ervoor, en het aantal op de pagina van de petitie volgt uit het logboek.
log-limits-heading = Wat het niet bewijst
log-limits-accounts = Dat achter elk account een andere persoon zit. Een account telt één keer, maar iemand kan er meer hebben.
log-limits-elsewhere = Wat anderen hebben geteld. Het logboek laat alleen zien welke van hun cijfers zijn meegeteld.
log-limits-people = Wie er heeft getekend. Geen regel gaat over één persoon, en niemand kan met het logboek bewijzen of ontdekken dat iemand heeft getekend.
log-check-heading = Controleer het zelf
log-check = Het programma van deze petitie is openbaar. Het commando verify controleert dit logboek als je het adres van deze pagina meegeeft. Bewaar een kopie van de regels: de volgende controle vergelijkt het logboek daarmee.
log-checkpoint = Het ondertekende controlepunt
log-entries = Alle regels, met het controlepunt en het aantal
log-key = De openbare sleutel van het logboek. Vergelijk die met de sleutel die de organisator elders heeft gepubliceerd.

## For other sites, and for a hall

site-paused = Tekenen kan op dit moment niet.
site-goal-reached = Doel van { $goal } bereikt
site-read = De petitie lezen
screen-few = Minder dan { $count }
screen-rounded = Naar beneden afgerond op tientallen
screen-scan = Scan om te lezen en te tekenen
screen-scan-reading = Scan om te lezen

## The preview chat on the campaign page

chat-heading = Lezen en tekenen
chat-intro = Een kort gesprek leidt je langs het verhaal, de brief en de toestemming. Je kunt op elk moment stoppen.
chat-heading-reading = De petitie lezen
chat-log = Gesprek
chat-you = Jouw keuze:
chat-working = Een ogenblik…
chat-menu = Wat je hier nog meer kunt doen
chat-form-close = Sluiten
chat-form-empty = Schrijf eerst iets.
chat-copy = Kopiëren
chat-copy-text = Tekst en link kopiëren
chat-copied = Gekopieerd.
chat-copy-failed = Het kopiëren is niet gelukt. Selecteer de tekst en kopieer die zelf.
chat-shared = Doorgegeven. Dank je wel.
chat-retry = Opnieuw proberen
chat-offline = Het lijkt erop dat je offline bent. We bewaren je keuze hier en versturen die zodra je weer verbinding hebt.
chat-too-many = Dat ging erg snel. Wacht even en probeer het dan opnieuw.
chat-outdated = Deze pagina is verouderd. Vernieuw de pagina.
chat-elsewhere = Deze chat werkt alleen op { $address }. Open de pagina daar. Als je deze petitie zelf beheert: met PUBLIC_URL in de instellingen sta je een ander adres toe.


## Cards and servers: messages that everybody in a channel can read, and the platform's own menu

command-petition = Een petitie privé lezen, en tekenen zolang dat kan
option-receipt = Het ontvangstbewijs van een handtekening die met een ander account is gezet
option-petition = Welke petitie
option-card-language = De taal van het bericht
command-card = In dit kanaal een bericht over de petitie plaatsen, dat iedereen kan zien
command-milestones = Berichten die zeggen hoeveel mensen via deze server hebben getekend
command-milestones-on = In dit kanaal melden als er via deze server weer veel handtekeningen bij zijn gekomen
command-milestones-off = Zulke berichten niet meer plaatsen op deze server
option-milestones-language = De taal van de berichten
card-refused = Je mag in dit kanaal niet schrijven. Er is dus geen bericht geplaatst.
card-only-you = Alleen jij ziet wat er opengaat. Niemand hier ziet wat je daar doet.
card-failed = Het totaal is op dit moment niet beschikbaar. Er is dus geen bericht geplaatst. Probeer het over een minuut opnieuw.
server-total =
    { $count ->
        [one] Via deze server is minstens { $count } handtekening gezet.
       *[other] Via deze server zijn minstens { $count } handtekeningen gezet.
    }
card-too-soon = Niet zoveel berichten tegelijk, alsjeblieft. Het volgende kun je { $moment } plaatsen.
card-as-of = Bijgewerkt: { $moment }.
card-last = Bijgewerkt: { $moment }. Dit bericht wordt niet meer bijgewerkt.
card-moved = In dit kanaal staat een nieuwer bericht. Dit bericht wordt niet meer bijgewerkt.
button-newer-card = Naar het nieuwere bericht
share-card = Gebruik { $command } om hier een bericht te plaatsen dat iedereen in het kanaal kan zien.
server-milestone =
    { $count ->
        [one] { $count } persoon heeft via deze server getekend.
       *[other] { $count } mensen hebben via deze server getekend.
    }
milestones-on = De bot meldt hier voortaan hoeveel mensen via deze server hebben getekend: alleen ronde aantallen, vanaf tien, en nooit wie er heeft getekend. { $command } maakt daar een einde aan.
milestones-off = De bot plaatst op deze server geen zulke berichten meer.
milestones-refused = Alleen leden die deze server mogen beheren, kunnen dit veranderen.
milestones-muted = De bot mag in dit kanaal niet schrijven. Er is dus niets veranderd. Geef hem hier de rechten ‘Kanaal bekijken’ en ‘Berichten verzenden’, in een thread ‘Berichten verzenden in threads’. Probeer het daarna opnieuw.
discord-invitation = Typ { $command } op een server die deze app heeft. Op andere plekken voeg je de app eerst toe aan je account. De anderen daar zien het gesprek niet.


## Telegram: the bot's own page, its cards in groups, and clearing the chat

bot-description = Lees het verhaal, de eisen en de brief, en beslis dan of je tekent, met of zonder je naam. Je tekent pas als je aan het einde op ‘Tekenen’ drukt, en je kunt je handtekening altijd weer intrekken.
bot-description-reading = Hier kun je het verhaal, de eisen en de brief lezen. Als je hebt getekend, kun je je handtekening altijd weer intrekken.
card-private = De petitie opent in een privéchat. Niemand hier ziet wat je daar doet.
telegram-invitation = Er opent een privéchat op Telegram.
button-copy-receipt = Ontvangstbewijs kopiëren
button-clear-chat = Deze chat leegmaken
chat-cleared = De berichten van de laatste twee dagen zijn verwijderd. Je handtekening blijft staan. Verwijder deze chat om ook de rest te wissen, hier en op je andere apparaten.
chat-not-cleared = De berichten konden niet worden verwijderd. Probeer het opnieuw, of verwijder deze chat, hier en op je andere apparaten.


## The letter on paper, when it is handed over

export-signed =
    { $count ->
        [one] Getekend door één persoon
       *[other] Getekend door { $count } mensen
    }
export-names = Namen
export-anonymous =
    { $count ->
        [one] Eén persoon heeft zonder naam getekend.
       *[other] { $count } mensen hebben zonder naam getekend.
    }
export-as-of = Stand van de handtekeningen op { $day }
export-total =
    { $count ->
        [one] Eén handtekening
       *[other] { $count } handtekeningen
    }
export-organiser = Organisator: { $organiser }
export-contact = Contact: { $contact }
export-letters = De brieven die zijn getekend
export-letters-why = Elke naam staat onder de woorden die de persoon te lezen kreeg.
export-language = Taal
export-words = Tekst
export-signatures = Handtekeningen
export-words-current = Huidige tekst
export-words-former = Eerdere tekst
export-words-since = { $code }, voor het eerst getoond op { $day }
export-unnamed =
    { $count ->
        [one] Bij één handtekening staat geen naam:
       *[other] Bij { $count } handtekeningen staat geen naam:
    }
export-omitted =
    { $count ->
        [one] Eén naam is weggelaten: { $reason }
       *[other] { $count } namen zijn weggelaten: { $reason }
    }
export-former-elsewhere =
    { $count ->
        [one] Nog één handtekening staat onder een eerdere tekst, die niet in dit document staat.
       *[other] Nog { $count } handtekeningen staan onder een eerdere tekst, die niet in dit document staat.
    }
export-words-lost =
    { $count ->
        [one] Nog één handtekening staat onder een tekst die niet is bewaard. Ze staat niet in dit document.
       *[other] Nog { $count } handtekeningen staan onder een tekst die niet is bewaard. Ze staan niet in dit document.
    }


## Updates: an occasional message for people who asked for it after signing

button-updates = Houd me op de hoogte
button-updates-no = Nee, bedankt
button-updates-yes = Ja, schrijf me hier
button-updates-open = Naar de petitie
button-updates-stop = Geen nieuws meer
updates-changed = Deze tekst is gewijzigd nadat je hem had gelezen. Hier is de nieuwe versie. We hebben nog niets opgeslagen.
updates-on = Dank je wel. We schrijven je hier als er nieuws is. Met { $command } kun je dat op elk moment beëindigen.
updates-already = Je hebt hier al om gevraagd: we schrijven je hier als er nieuws is. Met { $command } beëindig je dat meteen.
updates-off = Je krijgt geen nieuws meer. Wat we bewaarden om je te bereiken, hebben we gewist; kopieën blijven nog een tijd in back-ups staan.
updates-reason = Je krijgt dit bericht omdat je om nieuws hebt gevraagd. Met { $command } beëindig je dat meteen.
updates-trial = Dit is een proefversie, dus je kunt het uitproberen: we bewaren er niets voor en versturen niets.
updates-tried = In een echte campagne zouden we je hier vanaf nu schrijven als er nieuws is, en met { $command } zou je dat meteen beëindigen. Deze proefversie bewaart er niets voor en verstuurt niets. Zo zou een bericht eruitzien:
updates-example = Een voorbeeld, geen echt nieuws: ‘Vandaag is de brief overhandigd. Dank je wel dat je aan onze kant staat.’
updates-trial-off = In een echte campagne zou je hierna geen nieuws meer krijgen, en we zouden wissen wat we bewaarden om je te bereiken. Deze proefversie heeft daar niets voor bewaard en verstuurt geen nieuws.
withdrawn-updates = Je krijgt ook geen nieuws meer: wat we bewaarden om je te bereiken, hebben we eveneens gewist.
mydata-updates-on = Je krijgt nieuws. Daarvoor bewaren we, versleuteld, een manier om dit account te bereiken, met je taal en je toestemming. { $command } wist dat meteen.
mydata-updates-agreed = Je hebt erom gevraagd op { $day }, na het lezen van een tekst in deze taal: { $language }. De digitale vingerafdruk daarvan begint met { $version }.
mydata-updates-off = Je hebt niet om nieuws gevraagd. We bewaren dus niets waarmee we je zouden kunnen schrijven.


## Slack: cards, the Home tab, and the answer to staff commands in other channels

button-post-card = Bericht plaatsen in dit kanaal
# Slack has no Dutch interface: its tab is called “Messages” here too.
home-private = Het gesprek opent als privébericht van deze app, op het tabblad ‘Messages’. Andere leden zien niet wat je daar doet. De beheerders van de workspace zien dat misschien wel.
slack-invitation = Heeft je workspace deze app? Typ daar dan { $command }. Andere leden zien niet wat je daar doet. De beheerders van de workspace zien dat misschien wel.
home-no-total = Het totaal is op dit moment niet beschikbaar.
staff-not-here = Sorry, dat kan hier niet.
staff-unconfirmed = De database is op dit moment niet bereikbaar. Dit is dus misschien wel en misschien niet uitgevoerd. Kijk over een minuut, en probeer het dan opnieuw.
staff-unread = De database is op dit moment niet bereikbaar. Probeer het over een minuut opnieuw.
staff-unchecked = Slack kon nu niet worden gevraagd of dit kanaal privé is. Er is niets veranderd. Probeer het over een minuut opnieuw.
staff-only-admins = Alleen beheerders van deze groep kunnen de commando’s voor het team gebruiken.
staff-unchecked-admin = Telegram kon nu niet worden gevraagd of je beheerder van deze groep bent. Er is niets veranderd. Probeer het over een minuut opnieuw.
staff-unposted = Slack liet niet toe dat dit in het kanaal werd geplaatst ({ $code }). Alleen jij ziet het dus. Laat het de anderen weten.
staff-unposted-picture = De afbeelding kon niet in het kanaal worden geplaatst ({ $code }). De cijfers daar zijn ook zonder afbeelding volledig.
staff-unposted-part = Een deel van dit bericht kon niet in het kanaal worden geplaatst ({ $code }).
staff-unposted-unsure = Slack heeft niet bevestigd dat dit in het kanaal is geplaatst ({ $code }). Kijk of het er staat.
form-unopened = Slack heeft het formulier niet geopend. Druk nog een keer op de knop.


## Staff: what the people who run the petition read, in their rooms and on the command line

staff-help-heading = Wat het team hier kan doen
staff-help-line = { $command }: { $what }
staff-help-total = het totaal, het tempo en het volgende doel
staff-help-report = waar de handtekeningen vandaan komen, met een grafiek
staff-help-chart = alleen de grafiek
staff-help-milestones = hier melden als een doel is bereikt
staff-help-digest = het dagelijkse verslag, op dit uur in deze tijdzone
staff-help-digest-weekly = het wekelijkse verslag, op maandag op dit uur in deze tijdzone
staff-help-quarantine = handtekeningen uit de telling halen, per bron of per dag (2027-01-15, 2027-01-15..2027-01-20 of 2027-01-15..); niets wordt verwijderd. Met --hold ook nieuwe van dezelfde soort
staff-help-quarantine-facts = hetzelfde met meerdere kenmerken: noem de kenmerken die ertoe doen, en handtekeningen die ze allemaal hebben gaan uit de telling. AGE, de leeftijd van het account, is under-7-days, 7-to-30-days, older of unknown
staff-help-list = alle quarantaines: wat, wie, wanneer en waarom
staff-help-release = de handtekeningen van een quarantaine weer meetellen
staff-help-pause = het tekenen stilleggen op elk platform
staff-help-resume = het tekenen weer openstellen
staff-help-help = deze lijst
staff-problem-command = Dat commando bestaat niet. Er is niets veranderd.
staff-problem-extra = Er staan te veel woorden achter dit commando. Er is niets veranderd.
staff-problem-petition = Zeg welke petitie je bedoelt: zet er --petition en de naam achter ({ $names }). Er is niets veranderd.
staff-problem-period = Een verslag gaat over today, 7d, 30d of all.
staff-problem-switch = Schrijf on of off. Er is niets veranderd.
staff-problem-digest = Schrijf on, weekly of off. Er is niets veranderd.
staff-problem-hour = Schrijf het uur als 09:00 (van 00:00 tot 23:59) en de naam van een tijdzone, zoals Africa/Casablanca. Er is niets veranderd.
staff-problem-selection = Noem de code van één bron (- voor handtekeningen zonder code), dagen (2027-01-15, 2027-01-15..2027-01-20 of 2027-01-15.., de vroegste dag eerst), of --source, --days, --platform, --language en --age (under-7-days, 7-to-30-days, older of unknown), los of samen, elk één keer. Er is niets veranderd.
staff-problem-reason = Schrijf waarom, voor wie het later naleest: --reason "…", met hoogstens { $most } tekens. Er is niets veranderd.
staff-problem-hold = --hold gaat over nieuwe handtekeningen: de dagen mogen niet vóór vandaag eindigen. Er is niets veranderd.
staff-problem-number = Noem het nummer van de quarantaine in de lijst. Er is niets veranderd.
staff-total-heading = Totaal: { $total }
staff-utc = { $time } UTC
staff-as-of = Stand van { $time }.
staff-total-made = Elders geteld: { $offset }. Hier verzameld: { $collected }.
staff-total-log = Het openbare logboek van het totaal: { $address }
staff-total-today = Vandaag getekend, sinds { $from }: { $count }.
staff-total-yesterday = Gisteren tot { $from }: { $before }; tot { $until }: { $after }.
staff-total-week = Vergeleken met dezelfde weekdag vorige week op dit tijdstip: { $difference } (toen ongeveer { $before }).
staff-total-hour = Dit uur, sinds { $time }: { $count }.
staff-total-day = Groei van het totaal in de laatste 24 uur: { $count }.
staff-goal = Het volgende doel is { $goal }: nog { $missing } te gaan.
staff-goal-none = Het laatste doel, { $goal }, is bereikt.
staff-goal-hours = In het tempo van de laatste 24 uur is het over ongeveer { $hours } uur bereikt.
staff-goal-day = In het tempo van de laatste 24 uur is het rond { $day } bereikt.
staff-goal-unsure = In de laatste 24 uur zijn er te weinig handtekeningen gezet om te zeggen wanneer het doel wordt bereikt.
staff-goal-week-hours = In het tempo van de laatste 7 dagen is het over ongeveer { $hours } uur bereikt.
staff-goal-week-day = In het tempo van de laatste 7 dagen is het rond { $day } bereikt.
staff-goal-week-unsure = In de laatste 7 dagen zijn er te weinig handtekeningen gezet om te zeggen wanneer het doel wordt bereikt.
staff-is-paused = Het tekenen is stilgelegd.
staff-is-closed = De petitie is gesloten.
staff-last-day = Op { $day } worden alle namen gewist, en vanaf die dag kan niemand meer tekenen.
staff-column-count = Handtekeningen
staff-column-channel = Platform
staff-column-locale = Taal
staff-column-source = Bron
staff-column-age = Leeftijd van het account
staff-column-status = Status
staff-column-moved = Wat er gebeurde
staff-row-sum = Totaal
staff-row-rest = Overige
staff-row-no-source = zonder code
staff-row-preview-chat = Chat (proefversie)
staff-age-new = jonger dan 7 dagen
staff-age-young = 7 tot 30 dagen
staff-age-older = ouder
staff-age-unknown = onbekend
staff-status-counted = telt mee
staff-status-set-aside = telt niet mee
staff-moved-signed = getekend
staff-moved-left = ingetrokken
staff-moved-set-aside = uit de telling gehaald
staff-moved-released = weer meegeteld
staff-report-today = Verslag: vandaag, { $day } (UTC)
staff-report-days = Verslag: { $from } tot en met { $until } (UTC)
staff-report-all = Verslag: alle handtekeningen
staff-report-moment = Alle aantallen zijn van hetzelfde moment, { $time }. Het totaal is { $total }.
staff-report-signed = Handtekeningen die in deze periode zijn gezet:
staff-report-counted = De handtekeningen die meetellen:
staff-report-too-few = Het zijn er minder dan { $least }: te weinig om te laten zien waar ze vandaan komen.
staff-report-small-counts = Aantallen onder { $least } staan samen onder ‘Overige’, zo nodig met het eerstvolgende grotere aantal, zodat niemand eruit is af te leiden.
staff-chart-hours = Handtekeningen per uur, { $day } (UTC)
staff-chart-days = Handtekeningen per dag (UTC)
staff-chart-weeks = Handtekeningen per week, met de eerste dag van elke week (UTC)
staff-chart-months = Handtekeningen per maand (UTC)
staff-chart-total = Totaal
staff-chart-total-from = Totaal (as begint bij { $start })
staff-chart-new = Nieuw
staff-chart-left = Ingetrokken
staff-chart-left-some = Ingetrokken (kleine aantallen niet getoond)
staff-chart-goal = Doel { $goal }
staff-chart-goal-above = Doel { $goal } (boven deze as)
staff-chart-goal-reached = Doel { $goal } (bereikt)
staff-chart-rest = Niet apart getoond
staff-chart-running = Laatste staaf: loopt nog
staff-chart-most = De hoogste waarde: { $count } ({ $when }).
staff-chart-running-when = De laatste staaf ({ $when }) loopt nog.
staff-chart-growth = Het totaal groeide van { $from } naar { $until }; het doel is { $goal }.
staff-chart-failed = De grafiek kon niet worden gemaakt. De cijfers hier zijn ook zonder grafiek volledig.
staff-milestones-on = Vanaf nu melden we hier als een doel is bereikt. Het volgende is { $goal }.
staff-milestones-none = Vanaf nu melden we hier als een doel is bereikt, maar ze zijn allemaal al bereikt. Zet er nieuwe bij in de instellingen van de petitie.
staff-milestones-off = We melden hier niet meer als een doel is bereikt.
staff-milestone-heading = { $goal } bereikt
staff-milestone = Het totaal is nu { $total }. Dank aan iedereen die deze petitie draagt.
staff-digest-on = Het dagelijkse verslag komt voortaan hier; het eerstvolgende op { $next } ({ $zone }).
staff-digest-weekly-on = Het wekelijkse verslag komt voortaan hier; het eerstvolgende op { $next } ({ $zone }).
staff-digest-off = Het dagelijkse en het wekelijkse verslag komen hier niet meer.
staff-digest-heading = Dagelijks verslag, { $moment } ({ $zone })
staff-digest-weekly-heading = Wekelijks verslag, { $moment } ({ $zone })
staff-digest-pace = Getekend in de laatste 7 dagen: { $count }. Vergeleken met de 7 dagen daarvoor: { $difference }.
staff-digest-best = Beste dag: { $day } ({ $count }).
staff-what-source = bron { $source }
staff-what-platform = platform { $platform }
staff-what-language = taal { $language }
staff-what-age = leeftijd van het account: { $age }
staff-what-days = { $from } tot en met { $until } (UTC)
staff-what-since = vanaf { $from } (UTC)
staff-what-until = tot en met { $until } (UTC)
staff-what-hold = { $what }, ook nieuwe handtekeningen
staff-quarantine-heading = Uit de telling halen: { $what }?
staff-quarantine-count = Handtekeningen die dan niet meer meetellen: minstens { $count }.
staff-quarantine-already = Tellen al niet mee, en vallen dan ook onder deze quarantaine: minstens { $count }.
staff-quarantine-hold = Nieuwe handtekeningen van deze soort tellen niet mee zolang deze quarantaine geldt.
staff-quarantine-kept = Er wordt niets verwijderd: alles kan weer meetellen, en mensen kunnen hun handtekening nog intrekken. We bewaren wat uit de telling is gehaald, wanneer, waarom, en een code voor het teamlid.
staff-reason = Waarom: { $reason }
staff-quarantine-few = Hierdoor zouden minder dan { $least } handtekeningen niet meer meetellen. Zo weinig halen we nooit uit de telling: het totaal zou verraden of een bepaalde persoon heeft getekend. Kies er meer. Er is niets veranderd.
staff-quarantine-near = Deze keuze en die van quarantaine { $number } schelen minder dan { $least } handtekeningen: samen zouden ze verraden of een bepaalde persoon heeft getekend. Herhaal precies de keuze van die quarantaine, of kies iets dat meer verschilt. Er is niets veranderd.
staff-quarantine-unknown = De instellingen van de petitie noemen deze bron niet, en er zouden minder dan { $least } handtekeningen uit deze bron niet meer meetellen. Er is niets veranderd.
staff-quarantine-done = Quarantaine { $number } geldt nu. Handtekeningen die niet meer meetellen: { $count }.
staff-release-heading = Weer meetellen: quarantaine { $number }, { $what }?
staff-release-count = Handtekeningen die dan weer meetellen: { $count }.
staff-release-staying = Vallen ook onder een andere quarantaine, en blijven buiten de telling: { $count }.
staff-release-unknown = Er is geen quarantaine { $number }. Er is niets veranderd.
staff-release-already = Quarantaine { $number } was al opgeheven. Er is niets veranderd.
staff-release-done = Quarantaine { $number } is opgeheven. Handtekeningen die weer meetellen: { $count }.
staff-list-heading = Quarantaines
staff-list-none = Er is nog nooit iets uit de telling gehaald.
staff-list-older = Oudere, die hier niet staan: { $count }.
staff-list-entry = Quarantaine { $number }: { $what }
staff-list-held = Nu buiten de telling: { $count }.
staff-list-set = Ingesteld op { $moment } door teamcode { $who }.
staff-list-released = Opgeheven op { $moment } door teamcode { $who }.
staff-pause-heading = Het tekenen stilleggen op elk platform?
staff-pause-ask = Mensen die komen tekenen, lezen dan dat dit nu niet kan. Lezen, een handtekening intrekken en al het andere gaan door.
staff-paused = Het tekenen is stilgelegd op elk platform.
staff-paused-already = Het tekenen was al stilgelegd.
staff-resume-heading = Het tekenen weer openstellen op elk platform?
staff-resume-ask = Mensen kunnen dan weer tekenen.
staff-resumed = Het tekenen is weer opengesteld op elk platform.
staff-resumed-already = Het tekenen is niet stilgelegd.
staff-pausing-since = Sinds { $moment }, door teamcode { $who }.
staff-done-by = Vastgelegd onder teamcode { $who }: die staat voor één teamlid en noemt niemand bij naam.
staff-closed = De petitie is gesloten sinds { $day }: niemand kan tekenen.
staff-button-set-aside = Uit de telling halen
staff-button-release = Weer meetellen
staff-button-pause = Tekenen stilleggen
staff-button-resume = Tekenen weer openstellen
staff-button-cancel = Niets doen
staff-button-refresh = Vernieuwen
staff-button-week = 7 dagen
staff-button-month = 30 dagen
staff-button-chart = Grafiek
staff-confirm-within = Er is nog niets veranderd. Bevestig binnen { $minutes } minuten.
staff-confirm-unknown = Hier valt niets te bevestigen: het is al gedaan, het is te laat, of iemand anders heeft erom gevraagd. Hierdoor is niets veranderd.
staff-confirm-changed = Er zijn intussen handtekeningen bij gekomen of weggegaan. Daarom is er niets gedaan. Zo is het nu. Gaat het te snel, gebruik dan --hold, of leg eerst het tekenen stil.
staff-alert-heading = Let op
staff-alert-over = Alles is weer in orde
staff-alert-drift = De dagelijkse hertelling klopt niet met de lopende telling. Plaatsen die verschillen: { $count }. Iemand heeft de database met de hand gewijzigd, of een oudere versie heeft een back-up teruggezet. Voer reconcile uit op de opdrachtregel, en zoek eerst uit welke van de twee het is.
staff-alert-drift-over = De hertelling klopt weer met de lopende telling.
staff-alert-names = De dagelijkse hertelling vond namen die niemand kan lezen: de sleutel waarmee ze zijn versleuteld, ontbreekt in de database. Handtekeningen waar het om gaat: { $count }. Ze tellen nog mee. Voer reconcile uit op de opdrachtregel, en bewaar elke back-up: misschien staat de sleutel daarin.
staff-alert-names-over = Er is geen naam meer waarvan de sleutel ontbreekt.
staff-alert-log = Het openbare logboek van het totaal komt niet overeen met de handtekeningen. Verschil: { $count }. Dat herstelt zich niet vanzelf: voer reconcile uit op de opdrachtregel, zoek uit waarom, en voeg dan een regel toe die dat zegt.
staff-alert-log-over = Het openbare logboek van het totaal komt weer overeen met de handtekeningen.
staff-alert-log-stopped = Er komt niets meer bij in het openbare logboek van het totaal: dit zijn niet de regels die zijn ondertekend, of er ontbreken er enkele. Voer eerst reconcile uit op de opdrachtregel.
staff-alert-log-stopped-over = Er komen weer regels bij in het openbare logboek van het totaal.
staff-alert-last-day = Op { $day } worden alle namen gewist, ook als de brief nog niet is overhandigd, en vanaf die dag kan niemand meer tekenen. Dat belooft de privacyverklaring. Overhandig de brief vóór die dag, en leg dat vast met close --delivered op de opdrachtregel.
staff-last-day-heading = De laatste dag voor de namen
staff-last-day-moved = De waarschuwing geldt niet meer: er is een overhandiging vastgelegd, of de instellingen noemen een andere dag.
staff-last-day-over = De namen zijn gewist op { $day }, zoals de privacyverklaring belooft. De telling blijft, en mensen kunnen hun handtekening nog intrekken. Vernietig nu de back-ups waarin nog namen staan.
staff-alert-store = De database is sinds { $time } niet bereikbaar. Zolang kan niemand tekenen; mensen lezen dat ze het opnieuw moeten proberen.
staff-alert-store-over = De database is sinds { $time } weer bereikbaar.
staff-alert-lost = In de database ontbreekt iets waarvan mensen hebben gelezen dat het was vastgelegd. Mensen die het tot nu toe hebben gemerkt: { $count }. De database moet naar een eerdere toestand zijn teruggevallen, bijvoorbeeld die van een standby die achterliep. We vragen elk van deze mensen om te kijken wat er staat, en om opnieuw te tekenen of in te trekken. Anderen weten het misschien nog niet: vertel het op een plek waar ze het zullen lezen.
staff-alert-lost-over = Al een uur lang is niemand meer een verloren wijziging tegengekomen.
staff-alert-platform = { $platform } is sinds { $time } niet bereikbaar. Zolang kan daar niemand tekenen.
staff-alert-platform-over = { $platform } is sinds { $time } weer bereikbaar.
staff-alert-source = Meer dan { $count } handtekeningen per uur komen uit één bron: { $source }. Als je dat niet had verwacht, bekijk dan het verslag en haal ze uit de telling tot je meer weet:
staff-alert-source-over = Het aantal handtekeningen uit de bron { $source } is weer normaal.
staff-alert-source-day = Meer dan { $count } handtekeningen binnen 24 uur komen uit één bron: { $source }. Als je dat niet had verwacht, bekijk dan het verslag en haal ze uit de telling tot je meer weet:
staff-alert-source-day-over = De bron { $source } heeft binnen 24 uur weer een normaal aantal handtekeningen.
staff-alert-wave = Veel meer mensen dan gewoonlijk tekenen:
staff-alert-wave-advice = Er kan een artikel of een nieuwsbrief achter zitten, of een script. Als niemand het kan verklaren, bekijk dan het verslag: quarantine haalt handtekeningen uit de telling tot je meer weet, en met release tellen ze weer mee.
staff-alert-wave-over = Het aantal handtekeningen is weer normaal:
staff-wave-name = { $column }: { $value }
staff-wave-hour = { $name } – binnen een uur { $count }, gewoonlijk op dit tijdstip: { $usual }
staff-wave-day = { $name } – vandaag (UTC) { $count }, gewoonlijk op een hele dag: { $usual }
staff-wave-few = minder dan { $count }
staff-alert-stop = Sinds { $time } heeft niemand getekend. Gisteren waren er in het uur vanaf dat tijdstip { $count } handtekeningen. Probeer zelf te tekenen, en kijk naar /readyz en het serverlog.
staff-alert-stop-over = Er wordt weer getekend.
staff-alert-stop-ended = Niemand kan nu tekenen. De waarschuwing dat niemand tekent, geldt dus niet meer.
staff-alert-leaving = Handtekeningen die binnen een uur zijn ingetrokken: { $count }. Zoek uit waarom: misschien staan mensen onder druk, gaat er een gerucht rond of staat er een fout in een tekst.
staff-alert-leaving-over = Het aantal ingetrokken handtekeningen is weer normaal.
