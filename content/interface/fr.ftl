# The interface in French. en.ftl explains each message and has the rules for translators.
# Register: vous, and wording that fits a person of any gender. Typographic apostrophes; no-break spaces before : ; ! ?
# and inside « ». The plural form "many" is French's own: un million de personnes.

language-name = Français
# ltr or rtl
direction = ltr


## The menu of commands

command-sign = Lire la pétition, et la signer tant qu’elle est ouverte
command-total = Combien de personnes ont agi
command-share = Un texte à transmettre
command-language = Changer de langue
command-privacy = Qui conserve quoi sur vous, et pourquoi
command-mydata = Ce qui est conservé sur vous, et votre reçu
command-withdraw = Retirer votre signature et la faire effacer
command-stop = Ne plus recevoir de nouvelles
command-cancel = Oublier cette conversation (une signature reste)
command-help = Ce que vous pouvez faire ici


## Buttons: at most 30 characters

button-begin = Lire et signer
button-continue = Continuer
button-back = Retour
button-story = Lire l’histoire
button-next = Suite
button-letter = Demandes et lettre
button-consent = Avant de signer
button-privacy = Tout sur mes données
button-whole = Tout sur une page
button-agree = J’accepte
button-decline = Non, merci
button-anonymous = Signer sans nom
button-sign-as = Signer avec le nom { $name }
button-name = Écrire un nom
button-change-name = L’écrire autrement
button-share = Partager
button-write-for-rights = Écrire pour les droits
button-mydata = Ce qui est conservé sur moi
button-read-again = Relire
button-start = Revenir au début
button-restart = Recommencer
button-withdraw = Retirer ma signature
button-withdraw-yes = Oui, la retirer
button-withdraw-no = Non, la garder
button-receipt = Saisir un reçu


## The steps

preview-notice = Ceci est un aperçu. Essayez tout ce que vous voulez : les signatures faites ici ne comptent pas.
total-line =
    { $total ->
        [one] { $total } personne a agi jusqu’ici.
        [many] { $total } de personnes ont agi jusqu’ici.
       *[other] { $total } personnes ont agi jusqu’ici.
    }
goal-line = Prochain objectif : { $goal }.
goal-passed = Notre objectif de { $goal } est atteint. Chaque nom de plus donne encore du poids à la lettre.
total-closed =
    { $total ->
        [one] En tout, { $total } personne a agi.
        [many] En tout, { $total } de personnes ont agi.
       *[other] En tout, { $total } personnes ont agi.
    }
paused-notice = La signature est suspendue pour le moment. Revenez plus tard, s’il vous plaît : aucune signature n’a été perdue.
status-upcoming = La pétition n’est pas encore ouverte à la signature.
status-closed = La pétition est close.
status-delivered = La lettre a été remise le { $day }.
closes-line = Vous pouvez signer jusqu’au { $moment }.
closes-in =
    { $days ->
        [one] Clôture dans { $days } jour : vous pouvez signer jusqu’au { $moment }.
        [many] Clôture dans { $days } de jours : vous pouvez signer jusqu’au { $moment }.
       *[other] Clôture dans { $days } jours : vous pouvez signer jusqu’au { $moment }.
    }
closes-tomorrow = Clôture demain : vous pouvez signer jusqu’au { $moment }.
closes-today-hour = Clôture aujourd’hui à { $time } ({ $zone }).
closes-today-day = Clôture aujourd’hui : vous pouvez signer jusqu’à la fin de la journée (UTC).
closes-moment-hour = { $day } à { $time } ({ $zone })
closes-moment-day = { $day } inclus (UTC)
closes-zone = heure de { $place }
welcome-next =
    { $minutes ->
        [one] Environ { $minutes } minute. Rien n’est signé tant que vous n’appuyez pas sur « Signer ».
        [many] Environ { $minutes } minutes. Rien n’est signé tant que vous n’appuyez pas sur « Signer ».
       *[other] Environ { $minutes } minutes. Rien n’est signé tant que vous n’appuyez pas sur « Signer ».
    }
welcome-read = Vous pouvez toujours lire ici l’histoire, les demandes et la lettre.
letter-signature = [votre nom, ou aucun nom]
organiser-unset = [la personne ou l’organisation qui gère ce canal]
contact-unset = [son adresse]
privacy-url-unset = [l’adresse de sa politique de confidentialité]
hosting-unset = [le pays où les données sont conservées]
story-page = L’histoire, page { $page } sur { $pages }

name-heading = Avec ou sans votre nom ?
name-recipient = Voici qui recevra la lettre :
name-choice = Vous pouvez signer sans nom : votre signature a la même valeur. Si vous donnez un nom, il figurera au bas de la lettre, où les personnes qui la reçoivent pourront le lire. Si cela risque de vous mettre en danger, vous ou vos proches, signez sans nom.
name-offered = Le nom affiché pour vous sur cette plateforme est { $name }.
name-typed = Vous allez signer avec le nom { $name }. Est-ce bien ce que vous voulez ?
name-visible = Il figurera au bas de la lettre, où les personnes qui la reçoivent pourront le lire.

thanks-word = Merci
thanks-recorded = Votre signature est enregistrée.
thanks-receipt = Votre reçu : { $receipt }
thanks-withdraw = Si vous changez d’avis, { $command } retire votre signature et l’efface.


## Why a screen is shown: one line above it

why-resumed = Vous revoilà. Nous reprenons là où vous en étiez.
why-stale = Ce bouton appartient à un message précédent : rien n’a été modifié. Voici où vous en êtes.
why-buttons = Pour continuer, utilisez les boutons ci-dessous. { $command } montre ce que vous pouvez faire d’autre ici.
why-changed = Ce texte a été modifié après votre lecture ; le revoici tel qu’il est maintenant. Rien n’est encore signé.
why-language-gone = La pétition n’est plus disponible dans la langue que vous aviez choisie. Nous continuons dans celle-ci : { $language }.
why-not-open = La pétition ne peut pas être signée en ce moment. Rien n’a été signé.
why-paused = La signature est suspendue pour le moment, et rien n’a été signé. Revenez plus tard, s’il vous plaît.
why-closed = La pétition a été close entre-temps. Rien n’a été signé.
why-already-signed = Vous avez signé le { $day }. Une seule signature suffit.
why-display-name = Le nom affiché pour vous sur cette plateforme a changé. Vérifiez-le avant de signer, s’il vous plaît.
why-kept = Votre signature reste.


## Why a name is refused

name-empty = Il n’y a pas de nom à lire là-dedans. Écrivez-en un, s’il vous plaît, ou signez sans nom.
name-no-letter = Un nom doit contenir au moins une lettre ou un chiffre. Écrivez-le à nouveau, s’il vous plaît, ou signez sans nom.
name-too-long =
    { $most ->
        [one] C’est plus long que la place prévue au bas de la lettre. Utilisez { $most } caractère au plus, s’il vous plaît.
        [many] C’est plus long que la place prévue au bas de la lettre. Utilisez { $most } de caractères au plus, s’il vous plaît.
       *[other] C’est plus long que la place prévue au bas de la lettre. Utilisez { $most } caractères au plus, s’il vous plaît.
    }
name-control = Il y a là des caractères de commande, qui ne s’impriment pas. Tapez le nom au lieu de le coller, s’il vous plaît.
name-invisible = Il y a là des caractères invisibles, ou qui inversent le sens du texte. Tapez le nom au lieu de le coller, s’il vous plaît.
name-unreadable = Il y a là des caractères qui ne s’impriment pas partout. Écrivez le nom avec les lettres d’une langue, quelle qu’elle soit, s’il vous plaît.
name-marks = Trop d’accents et de signes s’empilent sur une même lettre pour qu’on puisse l’imprimer. Écrivez le nom plus simplement, s’il vous plaît.
name-address = Cela ressemble à une adresse web. Écrivez seulement un nom, s’il vous plaît : il figurera au bas de la lettre.


## Forms, and the questions that replace them

name-form-title = Votre nom
name-form-label = Nom
name-form-hint = Tel qu’il doit figurer au bas de la lettre
name-form-submit = Continuer
name-question = Envoyez le nom dans un message, tel qu’il doit figurer au bas de la lettre. Rien n’est encore signé : vous le reverrez d’abord une fois.
receipt-form-title = Retirer une signature
receipt-form-label = Reçu
receipt-form-hint = Le reçu donné lorsque vous avez signé
receipt-form-submit = Retirer
receipt-question = Envoyez le reçu dans un message. La signature pour laquelle il a été donné est alors effacée aussitôt.
receipt-unknown = Aucune signature ne correspond à ce reçu. Comparez-le lettre par lettre avec celui qui vous a été donné, s’il vous plaît. Si la signature a déjà été retirée, il n’en reste rien.


## Answers to the commands

share-intro = Merci de faire passer le mot. Ce texte ne dit rien de vous, ni si vous avez signé.
share-label = Partager
share-reading = { $headline } – l’histoire, les demandes et la lettre, à lire ici.
share-outcome = { $headline } – ce qu’il en est advenu, et l’histoire, à lire ici.
language-ask = Langue actuelle : { $language }. Quelle langue préférez-vous ?

withdraw-ask = Voulez-vous retirer votre signature ? Elle est effacée aussitôt, et votre nom avec elle si vous en avez donné un.
withdraw-handed-over = Une lettre déjà remise ne peut pas être reprise.
withdraw-delivered = La lettre a été remise le { $day }. Un nom donné avant ce jour avec cette signature peut y figurer, et cela ne peut pas être repris.
withdraw-nothing = Il n’y a pas de signature depuis ce compte : il n’y a donc rien à retirer.
withdraw-other-account = Si vous avez signé depuis un autre compte, le reçu qui vous y a été donné vous permet de retirer cette signature.
withdrawn-heading = Votre signature est retirée
withdrawn = Elle est effacée, et votre nom avec elle si vous en aviez donné un ; des copies subsistent un temps dans les sauvegardes. Votre reçu n’est plus valable.
withdrawn-receipt = La signature qui correspond à ce reçu est retirée. Elle est effacée ; des copies subsistent un temps dans les sauvegardes.
withdrawn-again = Merci d’avoir été à nos côtés. Tant que la pétition est ouverte, vous pouvez revenir et signer de nouveau.

cancelled-heading = Cette conversation est oubliée
cancelled-unsigned = Rien n’est signé. De ce que vous avez choisi ici, seule la langue est conservée.
cancelled-signed = Votre signature reste. Si vous voulez la retirer aussi, utilisez { $command }.

stop-updates = Vous ne recevez pas de nouvelles, et rien n’est conservé pour vous écrire : ce canal ne fait que répondre. Il n’y a rien à arrêter.
stop-instead = Pour retirer votre signature, utilisez { $withdraw }. Pour faire oublier cette conversation, utilisez { $cancel }.

help-heading = Ce que vous pouvez faire ici
help-intro = Vous pouvez utiliser ces commandes à tout moment, sans perdre le fil.
help-organiser = Ce canal est géré par { $organiser }. Contact : { $contact }.
help-privacy = L’avis de confidentialité de l’organisateur : { $url }

mydata-heading = Ce qui est conservé sur vous
mydata-signed = Vous avez signé le { $day } (langue : { $language }).
mydata-counted = Votre signature est comptée.
mydata-set-aside = Votre signature est en cours d’examen avec d’autres et n’est pas comptée pendant ce temps. Vous n’avez rien à faire.
mydata-unsigned = Il n’y a pas de signature depuis ce compte : aucune n’est conservée.
mydata-unreadable = Votre signature est bien là, mais cette version du canal ne peut pas lire ce qui est conservé avec elle. { $command } la retire et l’efface.
mydata-held = Avec votre signature sont conservés : le jour, la langue, la plateforme, le lien ou la carte d’où vous venez si c’était l’un des nôtres, et l’ancienneté approximative de votre compte. Le compte lui-même n’y figure que sous un pseudonyme, sans son nom ni son numéro.
mydata-name = Si vous avez donné un nom, il est scellé par chiffrement. Au bout d’une heure au plus, ce canal ne peut plus l’ouvrir : il n’est donc pas affiché ici.
mydata-erased = Les noms ont été effacés le { $day }, après la remise de la lettre : si vous en aviez donné un, il n’est plus conservé ici.
mydata-withdraw = { $command } retire votre signature et l’efface.
mydata-receipt = Votre reçu : { $receipt }
mydata-consent = Voici ce que vous avez accepté :
mydata-texts = Les textes que vous aviez devant vous en signant, avec le début de l’empreinte de chacun (SHA-256 de ses mots) :
mydata-text = { $text } ({ $language }) : { $version }
mydata-conversation = En outre, sous forme chiffrée, jusqu’à un mois environ après votre dernière visite : votre langue, votre place dans cette conversation, le lien ou la carte d’où vous venez si c’était l’un des nôtres, et un nom avec lequel vous n’avez pas encore signé. { $command } fait oublier aussitôt tout cela, sauf la langue.
mydata-platform = La plateforme qui transporte cette discussion peut la voir. Ce qu’elle garde n’est pas entre nos mains : si cela vous inquiète, supprimez la discussion ici et sur vos autres appareils.
text-demands = Les demandes
text-letter = La lettre
text-notice = Avant de signer
text-privacy = L’avis de confidentialité
text-consent = Votre consentement


## When something went wrong on our side

unconfirmed = Nous n’avons pas pu confirmer l’enregistrement. Réessayez dans un instant, s’il vous plaît.
unconfirmed-once = Vous pouvez recommencer sans crainte : rien n’est enregistré deux fois.
apology = Quelque chose n’a pas fonctionné de notre côté, et nous vous prions de nous en excuser. Réessayez avec { $command }, s’il vous plaît.
lost = Notre base de données a perdu une partie de ses dernières modifications, et ce que nous vous avons dit en dernier n’est peut-être plus vrai. Une signature que nous avons confirmée peut manquer. Une signature que nous avons effacée peut être revenue. Nous vous prions de nous en excuser.
lost-check = Consultez { $mydata }, s’il vous plaît : vous y verrez ce qui est conservé à votre sujet. Si cela ne correspond pas à votre décision, signez de nouveau avec { $sign }, ou retirez de nouveau votre signature avec { $withdraw }. Rien n’est enregistré deux fois.


## The campaign page

page-skip = Aller à la pétition
page-languages = Langue
page-total-label = personnes ont agi
page-goal-label = Prochain objectif
page-total-unknown = Le total ne peut pas être lu en ce moment.
page-offset =
    { $count ->
        [one] Y compris { $count } action comptée ailleurs (source : { $source }, { $day }).
        [many] Y compris { $count } d’actions comptées ailleurs (source : { $source }, { $day }).
       *[other] Y compris { $count } actions comptées ailleurs (source : { $source }, { $day }).
    }
page-preview = Ceci est un aperçu. Les signatures faites ici restent sur cet ordinateur et ne comptent pas.
page-noscript = La discussion sur cette page et le total en direct ont besoin de JavaScript. Tout le reste de cette page se lit sans lui.
page-join-heading = Ajoutez votre nom, ou signez sans nom
page-join-chat = Lire et signer ici
page-join-heading-reading = La lire dans une discussion
page-join-chat-reading = Lire ici
page-join-none = Il n’y a pas d’endroit où signer en ce moment.
page-story-heading = L’histoire
page-demands-heading = Ce qui est demandé
page-letter-heading = La lettre
page-privacy-heading = Avis de confidentialité
page-source-heading = D’où viennent les faits
page-source = Les faits racontés ici ont été rapportés par { $organisation } :
page-organiser-heading = Qui gère cette pétition
page-organiser = Cette pétition est gérée par { $organiser }, qui en répond.
page-contact = Contact
page-error-heading = Cette page ne peut pas être affichée
page-error-not-found = Il n’y a rien à cette adresse.
page-error-refused = La demande n’a pas pu être comprise.
page-error-too-many = Beaucoup de demandes sont venues de votre réseau. Attendez une minute, s’il vous plaît, puis réessayez.
page-error-unavailable = Quelque chose est momentanément en panne. Réessayez dans une minute, s’il vous plaît.
page-error-home = Aller à la pétition

## The preview chat on the campaign page

chat-heading = Lire et signer
chat-intro = Une courte conversation vous mène à travers l’histoire, les demandes et la lettre. Vous pouvez vous arrêter à tout moment, et rien n’est signé tant que vous ne l’avez pas dit.
chat-heading-reading = Lire la pétition
chat-intro-reading = Une courte conversation vous mène à travers l’histoire, les demandes et la lettre. Vous pouvez vous arrêter à tout moment.
chat-begin = Commencer
chat-log = Conversation
chat-you = Vous avez choisi :
chat-working = Un instant…
chat-menu = Ce que vous pouvez faire d’autre
chat-form-close = Fermer
chat-form-empty = Écrivez d’abord quelque chose, s’il vous plaît.
chat-copy = Copier
chat-copy-text = Copier le texte et le lien
chat-copied = Copié.
chat-copy-failed = La copie n’a pas fonctionné. Sélectionnez le texte et copiez-le, s’il vous plaît.
chat-shared = Transmis. Merci.
chat-retry = Réessayer
chat-offline = Vous semblez hors ligne. Votre choix est gardé ici et sera envoyé dès que la connexion sera rétablie.
chat-too-many = C’était très rapide. Attendez un instant, s’il vous plaît, puis réessayez.
chat-outdated = Cette page n’est plus à jour. Rechargez-la, s’il vous plaît.
chat-elsewhere = Cette conversation ne fonctionne qu’à l’adresse { $address }. Ouvrez la page à cette adresse, s’il vous plaît. Si vous gérez vous-même cette pétition, PUBLIC_URL, dans ses réglages, permet une autre adresse.


## Cards and servers

command-petition = Lire une pétition en privé, et la signer tant qu’elle est ouverte
option-receipt = Le reçu d’une signature faite depuis un autre compte
option-card-language = La langue de la carte
card-refused = Vous n’avez pas le droit d’écrire dans ce salon : aucune carte n’a été publiée.
card-only-you = Ce qui s’ouvre n’est visible que pour vous. Personne ici ne voit ce que vous y faites.
card-failed = Le total ne peut pas être lu en ce moment : aucune carte n’a été publiée. Réessayez dans une minute, s’il vous plaît.
server-total =
    { $count ->
        [one] Au moins { $count } signature est venue de ce serveur.
        [many] Au moins { $count } de signatures sont venues de ce serveur.
       *[other] Au moins { $count } signatures sont venues de ce serveur.
    }


## Telegram: the bot's own page, its cards in groups, and clearing the chat

bot-description = Lisez l’histoire, les demandes et la lettre, puis décidez si vous voulez signer, avec ou sans votre nom. Rien n’est signé tant que vous n’avez pas appuyé sur le bouton qui l’annonce, et vous pouvez retirer votre signature à tout moment.
bot-description-reading = Vous pouvez lire ici l’histoire, les demandes et la lettre. Si vous avez signé, vous pouvez retirer votre signature à tout moment.
card-private = La pétition s’ouvre dans une discussion privée. Personne ici ne voit ce que vous y faites.
button-clear-chat = Vider cette discussion
chat-cleared = Les messages des deux derniers jours sont supprimés. Votre signature n’est pas touchée. Pour enlever le reste, supprimez cette discussion, ici et sur vos autres appareils.
chat-not-cleared = Les messages n’ont pas pu être supprimés. Réessayez, s’il vous plaît, ou supprimez cette discussion, ici et sur vos autres appareils.


## The letter on paper, when it is handed over

export-signed =
    { $count ->
        [one] Signée par { $count } personne
        [many] Signée par { $count } de personnes
       *[other] Signée par { $count } personnes
    }
export-names = Noms
export-anonymous =
    { $count ->
        [one] { $count } personne signe sans nom.
        [many] { $count } de personnes signent sans nom.
       *[other] { $count } personnes signent sans nom.
    }
export-as-of = Signatures au { $day }


## Updates: an occasional message for people who asked for it after signing

button-updates = Me tenir au courant
button-updates-no = Non, merci
button-updates-yes = Oui, m’écrire ici
button-updates-open = Voir la pétition
button-updates-stop = Ne plus recevoir de nouvelles
updates-changed = Ce texte a été modifié après votre lecture ; le revoici tel qu’il est maintenant. Rien n’est encore conservé.
updates-on = Merci. Nous vous écrirons ici quand il y aura quelque chose à dire. { $command } y met fin aussitôt, à tout moment.
updates-already = Vous l’avez déjà demandé : nous vous écrivons ici quand il y a quelque chose à dire. { $command } y met fin aussitôt.
updates-off = Vous ne recevrez plus de nouvelles. Ce qui était conservé pour vous joindre est effacé ; des copies subsistent un temps dans les sauvegardes.
updates-reason = Vous recevez ce message parce que vous avez demandé des nouvelles. { $command } y met fin aussitôt.
withdrawn-updates = Vous ne recevrez plus de nouvelles non plus : ce qui était conservé pour vous joindre est également effacé.
mydata-updates-on = Vous recevez des nouvelles : pour cela, un moyen de joindre ce compte est conservé sous forme chiffrée, avec votre langue et votre accord. { $command } le fait effacer aussitôt.
mydata-updates-agreed = Vous les avez demandées le { $day }, après avoir lu un texte (langue : { $language }) dont l’empreinte commence par { $version }.
mydata-updates-off = Vous n’avez pas demandé de nouvelles : rien n’est conservé pour vous écrire.


## Slack: cards, the Home tab, and the answer to staff commands in other channels

button-post-card = Publier une carte ici
home-private = La conversation s’ouvre en message privé de cette application, sous Messages. Les autres membres ne voient pas ce que vous y faites ; qui administre l’espace de travail peut parfois le voir.
home-no-total = Le total ne peut pas être lu en ce moment.
staff-not-here = Cela n’est pas possible ici, nous le regrettons.
staff-unconfirmed = La base de données est injoignable pour le moment : cela a peut-être été fait, peut-être pas. Vérifiez dans une minute, puis réessayez si nécessaire.
staff-unread = La base de données est injoignable pour le moment. Veuillez réessayer dans une minute.


## L’équipe : ce qui est dit à celles et ceux qui portent la pétition, dans leurs salons et en ligne de commande

staff-help-heading = Ce que l’équipe peut faire ici
staff-help-total = le total, le rythme et le prochain objectif
staff-help-report = d’où viennent les signatures, avec une image
staff-help-milestones = annoncer ici chaque objectif atteint
staff-help-digest = le rapport quotidien, à cette heure de ce fuseau horaire
staff-help-quarantine = sortir des signatures du total, par provenance ou par jours (2027-01-15 ou 2027-01-15..2027-01-20) ; rien n’est effacé. Avec --hold, aussi les nouvelles de cette provenance
staff-help-list = toutes les mises à l’écart : quoi, qui, quand et pourquoi
staff-help-release = remettre les signatures d’une mise à l’écart
staff-help-pause = arrêter la signature sur toutes les plateformes
staff-help-resume = rouvrir la signature
staff-help-help = cette liste
staff-problem-command = Cette commande n’existe pas. Rien n’a été modifié.
staff-problem-extra = Il y a là plus que cette commande n’accepte. Rien n’a été modifié.
staff-problem-period = Un rapport porte sur today, 7d, 30d ou all.
staff-problem-switch = Écrivez on ou off. Rien n’a été modifié.
staff-problem-hour = Écrivez l’heure sous la forme 09:00 (de 00:00 à 23:59) et un fuseau horaire par son nom, comme Africa/Casablanca. Rien n’a été modifié.
staff-problem-selection = Nommez une provenance par son code (- pour les signatures sans code), ou des jours : 2027-01-15 ou 2027-01-15..2027-01-20, le premier avant le dernier. Rien n’a été modifié.
staff-problem-reason = Dites pourquoi, pour qui regardera plus tard : --reason "…", en { $most } caractères au plus. Rien n’a été modifié.
staff-problem-hold = --hold va avec une provenance, non avec des jours. Rien n’a été modifié.
staff-problem-number = Nommez la mise à l’écart par son numéro, tel que dans la liste. Rien n’a été modifié.
staff-total-heading = Le total : { $total }
staff-total-made = Comptées ailleurs : { $offset }. Recueillies ici : { $collected }.
staff-total-today = Signées aujourd’hui jusqu’à { $time } UTC : { $count }.
staff-total-yesterday = Hier jusqu’à { $from } : { $before } ; jusqu’à { $until } : { $after }.
staff-total-hour = Cette heure, depuis { $time } : { $count }.
staff-total-day = Croissance du total ces dernières 24 heures : { $count }.
staff-goal = Le prochain objectif est { $goal } : il en manque { $missing }.
staff-goal-none = Le dernier objectif, { $goal }, est atteint.
staff-goal-hours = Au rythme des dernières 24 heures, il est atteint dans environ { $hours } h.
staff-goal-day = Au rythme des dernières 24 heures, il est atteint vers le { $day }.
staff-goal-unsure = Il y en a eu trop peu ces dernières 24 heures pour dire quand il sera atteint.
staff-is-paused = La signature est suspendue.
staff-is-closed = La pétition est close.
staff-last-day = Le { $day }, tous les noms seront effacés, et plus personne ne pourra signer à partir de ce jour.
staff-column-count = Signatures
staff-column-channel = Plateforme
staff-column-locale = Langue
staff-column-source = Provenance
staff-column-age = Âge du compte
staff-column-status = État
staff-column-moved = Ce qui s’est passé
staff-row-sum = Ensemble
staff-row-rest = Autres
staff-row-no-source = sans code
staff-age-new = moins de 7 jours
staff-age-young = de 7 à 30 jours
staff-age-older = plus ancien
staff-age-unknown = inconnu
staff-status-counted = comptées
staff-status-set-aside = mises à l’écart
staff-moved-signed = signées
staff-moved-left = retirées
staff-moved-set-aside = mises à l’écart
staff-moved-released = remises
staff-report-today = Rapport : aujourd’hui, { $day } (UTC)
staff-report-days = Rapport : du { $from } au { $until } (UTC)
staff-report-all = Rapport : toutes les signatures
staff-report-moment = Tous les chiffres sont d’un même instant, { $time } UTC. Le total est { $total }.
staff-report-signed = Les signatures faites pendant ce temps :
staff-report-counted = Les signatures qui comptent :
staff-report-too-few = Il y en a moins de { $least } : trop peu pour dire d’où elles viennent.
staff-report-folded = Les nombres sous { $least } sont réunis sous « Autres », avec le suivant s’il le faut, afin que personne ne puisse y être reconnu.
staff-chart-hours = Signatures par heure, { $day } (UTC)
staff-chart-days = Signatures par jour (UTC)
staff-chart-weeks = Signatures par semaine, chacune par son premier jour (UTC)
staff-chart-months = Signatures par mois (UTC)
staff-chart-total = Total
staff-chart-new = Nouvelles
staff-chart-goal = Objectif { $goal }
staff-chart-rest = Non distinguées
staff-chart-most = Le maximum : { $count } ({ $when }).
staff-chart-growth = Le total est passé de { $from } à { $until } ; l’objectif est { $goal }.
staff-chart-failed = L’image n’a pas pu être dessinée. Les chiffres ici sont complets sans elle.
staff-milestones-on = Désormais, les objectifs atteints sont annoncés ici. Le prochain est { $goal }.
staff-milestones-none = Désormais, les objectifs sont annoncés ici, mais tous sont déjà atteints : ajoutez-en aux réglages de la pétition.
staff-milestones-off = Les objectifs ne sont plus annoncés ici.
staff-milestone-heading = { $goal } : objectif atteint
staff-milestone = Le total est maintenant de { $total }. Merci à toutes les personnes qui portent cette pétition.
staff-digest-on = Le rapport quotidien arrive désormais ici ; le prochain, le { $next } ({ $zone }).
staff-digest-off = Le rapport quotidien n’arrive plus ici.
staff-digest-heading = Rapport quotidien, { $moment } ({ $zone })
staff-what-source = provenance { $source }
staff-what-source-hold = provenance { $source }, nouvelles comprises
staff-what-days = du { $from } au { $until } (UTC)
staff-quarantine-heading = À mettre à l’écart : { $what }
staff-quarantine-count = Signatures qui quitteraient le total : { $count }.
staff-quarantine-already = Déjà à l’écart, et retenues par celle-ci aussi : { $count }.
staff-quarantine-hold = Les nouvelles de cette provenance sont mises à l’écart à mesure, jusqu’à la remise.
staff-quarantine-kept = Rien n’est effacé : tout peut être remis, et chacun peut encore retirer la sienne. Sont gardés : quoi, quand, pourquoi, et un code pour qui l’a fait.
staff-reason = Motif : { $reason }
staff-quarantine-nothing = Aucune signature ne serait touchée. Rien n’a été modifié.
staff-quarantine-unknown = Les réglages de la pétition ne connaissent pas cette provenance, et aucune signature n’en est venue. Rien n’a été modifié.
staff-quarantine-done = La mise à l’écart { $number } est en vigueur. Signatures sorties du total : { $count }.
staff-release-heading = À remettre : mise à l’écart { $number }, { $what }
staff-release-count = Signatures qui compteraient de nouveau : { $count }.
staff-release-staying = Retenues aussi par une autre, et restant dehors : { $count }.
staff-release-unknown = Il n’y a pas de mise à l’écart { $number }. Rien n’a été modifié.
staff-release-already = La mise à l’écart { $number } a déjà été levée. Rien n’a été modifié.
staff-release-done = La mise à l’écart { $number } est levée. Signatures qui comptent de nouveau : { $count }.
staff-list-heading = Mises à l’écart
staff-list-none = Rien n’a jamais été mis à l’écart.
staff-list-older = Plus anciennes, non affichées ici : { $count }.
staff-list-entry = Mise à l’écart { $number } : { $what }
staff-list-held = Retenues actuellement : { $count }.
staff-list-set = Mise à l’écart le { $moment } UTC par le code d’équipe { $who }.
staff-list-released = Levée le { $moment } UTC par le code d’équipe { $who }.
staff-pause-heading = À arrêter : la signature, sur toutes les plateformes
staff-pause-ask = Qui vient signer apprend que c’est suspendu pour le moment. Lire, retirer sa signature et tout le reste continuent.
staff-paused = La signature est suspendue sur toutes les plateformes.
staff-paused-already = La signature est déjà suspendue.
staff-resume-heading = À rouvrir : la signature, sur toutes les plateformes
staff-resume-ask = Dès lors, on peut de nouveau signer.
staff-resumed = La signature est rouverte sur toutes les plateformes.
staff-resumed-already = La signature n’est pas suspendue.
staff-pausing-since = Depuis le { $moment } UTC, par le code d’équipe { $who }.
staff-done-by = Enregistré sous le code d’équipe { $who } : il désigne un membre de l’équipe sans le nommer.
staff-closed = La pétition est close depuis le { $day } : personne ne peut signer.
staff-button-set-aside = Mettre à l’écart
staff-button-release = Remettre
staff-button-pause = Suspendre la signature
staff-button-resume = Rouvrir la signature
staff-button-cancel = Laisser
staff-confirm-within = Rien n’a encore été modifié. Confirmez dans les { $minutes } minutes.
staff-confirm-unknown = Il n’y a rien à confirmer ici : c’est déjà fait, ou trop tard, ou quelqu’un d’autre l’a demandé. Cela n’a rien modifié.
staff-confirm-changed = Entre-temps des signatures ont été ajoutées ou retirées : rien n’a été fait. Voici ce qu’il en est maintenant. Si cela va trop vite, utilisez --hold avec une provenance, ou suspendez d’abord la signature.
staff-alert-heading = Attention
staff-alert-over = Tout est rentré dans l’ordre
staff-alert-drift = Le recomptage quotidien ne concorde pas avec le décompte. Écarts : { $count }. Quelqu’un a dû modifier la base à la main, ou une ancienne version a restauré une sauvegarde : lancez reconcile en ligne de commande, et cherchez d’abord la cause.
staff-alert-drift-over = Le recomptage concorde de nouveau avec le décompte.
staff-alert-names = Le recomptage quotidien a trouvé des noms que personne ne peut lire : la clé qui les scelle manque dans la base. Signatures concernées : { $count }. Elles comptent toujours. Lancez reconcile en ligne de commande et gardez toutes les sauvegardes : l’une d’elles contient peut-être la clé.
staff-alert-names-over = Plus aucun nom n’est sans sa clé.
staff-alert-last-day = Le { $day }, tous les noms seront effacés, même si la lettre n’a pas été remise, et plus personne ne pourra signer à partir de ce jour. L’avis de confidentialité le promet. Remettez la lettre avant ce jour, et enregistrez la remise avec close --delivered en ligne de commande.
staff-last-day-heading = Le dernier jour des noms
staff-last-day-moved = L’avertissement n’a plus lieu d’être : une remise a été enregistrée, ou les réglages indiquent un autre jour.
staff-last-day-over = Les noms ont été effacés le { $day }, comme l’avis de confidentialité le promet. Le décompte reste, et l’on peut toujours retirer sa signature. Détruisez maintenant les sauvegardes qui contiennent encore des noms.
staff-alert-store = La base de données est hors d’atteinte depuis { $time } UTC. Personne ne peut signer entre-temps ; on invite à réessayer.
staff-alert-store-over = La base de données est de retour depuis { $time } UTC.
staff-alert-lost = La base de données n’a plus ce dont l’enregistrement a été confirmé à des personnes. Personnes qui l’ont constaté jusqu’ici : { $count }. Elle a dû revenir à un état antérieur, par exemple celui d’un serveur de secours en retard. Chacune de ces personnes est invitée à vérifier, puis à signer ou à retirer sa signature de nouveau. D’autres ne le savent peut-être pas encore : prévenez-les là où elles le liront.
staff-alert-lost-over = Personne n’a constaté de modification perdue depuis une heure.
staff-alert-platform = { $platform } est hors d’atteinte depuis { $time } UTC. Personne ne peut y signer entre-temps.
staff-alert-platform-over = { $platform } est de retour depuis { $time } UTC.
staff-alert-source = Plus de { $count } signatures par heure viennent d’une même provenance : { $source }. Si ce n’était pas attendu, regardez le rapport, et mettez-les à l’écart en attendant d’en savoir plus :
staff-alert-source-over = La provenance { $source } est revenue à un nombre ordinaire de signatures.
