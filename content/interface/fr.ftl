# The interface in French. en.ftl explains each message and has the rules for translators.
# Register: vous, and wording that fits a person of any gender. Typographic apostrophes. A no-break space (U+00A0) before
# : and » and after «, and between a number and h or %. A narrow one (U+202F) before ; ! ?. A test holds these. The
# plural form "many" is French's own: un million de personnes.

language-name = Français
# ltr or rtl
direction = ltr
intl-tag = fr
number-example = 12 345
first-of-month = 1er


## The menu of commands

command-sign = Lire la pétition, et la signer tant qu’elle est ouverte
command-total = Combien de personnes se sont mobilisées
command-share = Un texte à faire circuler
command-language = Changer de langue
command-privacy = Qui conserve quelles données à votre sujet, et pourquoi
command-mydata = Les données conservées à votre sujet, et votre reçu
command-withdraw = Retirer votre signature et la faire effacer
command-stop = Ne plus recevoir de nouvelles
command-cancel = Terminer cette conversation et effacer ses données (une signature reste valable)
command-help = Ce que vous pouvez faire ici
command-petitions = Toutes les pétitions de ce bot


## What people type instead of a command: words separated by commas

typed-sign = signer, je signe, je veux signer, signer la pétition, commencer
typed-total = total, combien, compteur
typed-share = partager, partage, faire suivre
typed-language = langue, langues, changer de langue
typed-privacy = confidentialité, vie privée
typed-mydata = mes données, mon reçu, corriger mon nom, supprimer mes données, effacer mes données
typed-withdraw = retirer, retrait, retirer ma signature, supprimer ma signature, effacer ma signature, annuler ma signature, retirer mon nom, supprimer mon nom, effacer mon nom, retirez ma signature
typed-stop = stop, arrêt, arrêter, arrête, arrêtez, désabonner, me désabonner, désabonnement, désinscrire, me désinscrire, désinscription, plus de nouvelles, stopper, se désabonner, désabonnez-moi, se désinscrire, désinscrivez-moi, stop svp, plus de messages, arrêter les messages, arrêtez les messages
typed-cancel = annuler, oublier cette conversation
typed-help = aide, commandes, menu


## Buttons: at most 30 characters

button-begin = Lire et signer
button-continue = Continuer
button-back = Retour
button-story = Lire l’histoire
button-next = Suite
button-letter = Demandes et lettre
button-consent = Avant de signer
button-privacy = Avis complet sur les données
button-whole = Tout sur une page
button-agree = J’accepte
button-decline = Non, merci
button-anonymous = Signer sans nom
button-sign-as = Signer avec le nom { $name }
button-name = Écrire un nom
button-change-name = Modifier le nom
button-command = Utiliser la commande
button-its-name = C’est mon nom
button-share = Partager
button-write-for-rights = Écrire pour les droits
button-mydata = Mes données
button-correct = Corriger le nom
button-keep-name = Laisser tel quel
button-read-again = Relire
button-start = Retour à la pétition
button-restart = Recommencer
button-withdraw = Retirer ma signature
button-withdraw-yes = Oui, la retirer
button-withdraw-no = Non, la garder
button-receipt = Saisir un reçu


## A bot with several petitions

chooser-heading = Choisissez une pétition
chooser-intro = Ce bot réunit plusieurs pétitions. Vous pouvez lire et signer chacune d’elles, l’une après l’autre.
chooser-done = Il ne reste rien à signer ici pour le moment. Vous pouvez relire chaque pétition.
chooser-signed = Vous avez signé cette pétition.
button-more-petitions = Autres pétitions
others-line =
    { $count ->
        [one] Une autre pétition a besoin de vous ici.
        [many] { $count } d’autres pétitions ont besoin de vous ici.
       *[other] { $count } autres pétitions ont besoin de vous ici.
    }
button-other-petitions = Choisir une autre pétition
withdraw-which = Quelle signature voulez-vous retirer ?
button-withdraw-all = Retirer les { $count }
withdraw-all-ask =
    { $count ->
        [one] Voulez-vous retirer { $count } signature ? Elle sera effacée aussitôt, et votre nom avec elle si vous en avez donné un.
        [many] Voulez-vous retirer les { $count } de signatures ? Elles seront effacées aussitôt, et avec elles chaque nom que vous avez donné.
       *[other] Voulez-vous retirer les { $count } signatures ? Elles seront effacées aussitôt, et avec elles chaque nom que vous avez donné.
    }
button-withdraw-all-yes = Oui, les retirer toutes
button-withdraw-all-no = Non, les garder
bot-description-several = Choisissez une pétition parmi plusieurs, lisez-la, puis décidez si vous voulez signer, avec ou sans votre nom. Rien n’est signé tant que vous n’appuyez pas sur « Signer », et vous pouvez retirer chaque signature à tout moment.


## The steps

preview-notice = Ceci est un aperçu. Essayez tout ce que vous voulez : les signatures faites ici ne comptent pas.
total-line =
    { $total ->
        [one] { $total } personne s’est mobilisée à ce jour.
        [many] { $total } de personnes se sont mobilisées à ce jour.
       *[other] { $total } personnes se sont mobilisées à ce jour.
    }
goal-line = Prochain objectif : { $goal }.
goal-passed = Notre objectif de { $goal } est atteint. Chaque signature supplémentaire donne plus de poids à la lettre.
total-closed =
    { $total ->
        [one] En tout, { $total } personne s’est mobilisée.
        [many] En tout, { $total } de personnes se sont mobilisées.
       *[other] En tout, { $total } personnes se sont mobilisées.
    }
paused-notice = Il n’est pas possible de signer pour le moment. Merci de revenir plus tard : aucune signature n’a été perdue.
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
closes-zone = heure : { $place }
welcome-next =
    { $minutes ->
        [one] Environ { $minutes } minute. Rien n’est signé tant que vous n’appuyez pas sur « Signer ».
        [many] Environ { $minutes } minutes. Rien n’est signé tant que vous n’appuyez pas sur « Signer ».
       *[other] Environ { $minutes } minutes. Rien n’est signé tant que vous n’appuyez pas sur « Signer ».
    }
welcome-read = Vous pouvez lire ici l’histoire, les demandes et la lettre.
letter-signature = [votre nom, si vous le donnez]
organiser-unset = [la personne ou l’organisation qui gère ce bot]
contact-unset = [son adresse]
privacy-url-unset = [l’adresse de sa politique de confidentialité]
hosting-unset = [le pays où les données sont conservées]
story-page = Histoire, page { $page } sur { $pages }

name-heading = Avec ou sans votre nom ?
name-recipient = Rien n’est encore signé. Destinataire de la lettre :
name-choice = Si vous donnez un nom, il figurera au bas de la lettre, visible de toute personne qui la lit. Si cela peut vous mettre en danger, vous ou vos proches, signez sans nom.
name-offered = Votre nom affiché sur cette plateforme est { $name }.
name-typed = Vous allez signer avec le nom { $name }. Est-ce bien ce que vous voulez ?
name-visible = Il figurera au bas de la lettre, visible de toute personne qui la lit.
name-or-command = Vous avez écrit { $name }. Vouliez-vous utiliser la commande { $command }, ou est-ce votre nom ?
correct-heading = Corriger le nom
correct-choice = Comment votre nom doit-il figurer au bas de la lettre ? Toute personne qui la lit l’y verra ; vous pouvez aussi signer sans nom. Votre signature reste telle quelle tant que vous n’appuyez pas sur « Signer ». Votre nouveau choix remplace alors aussitôt l’ancien. C’est toujours une seule signature, et votre reçu reste le même.

thanks-word = Merci
thanks-recorded = Votre signature est enregistrée.
thanks-receipt = Votre reçu : { $receipt }
thanks-withdraw = Si vous changez d’avis, { $command } retire votre signature et l’efface.


## Why a screen is shown: one line above it

why-resumed = Bon retour parmi nous. Reprenons là où vous en étiez.
why-stale = Ce bouton appartient à un message précédent : rien n’a été modifié. Voici où vous en êtes :
why-buttons = Utilisez les boutons ci-dessous. { $command } montre ce que vous pouvez faire d’autre ici.
why-changed = Ce texte a été modifié après votre lecture : en voici la nouvelle version. Rien n’est encore signé.
why-changed-signed = Ce texte a changé depuis votre signature : le voici tel qu’il est maintenant. Votre signature reste telle quelle tant que vous n’avez pas signé avec le nouveau nom.
why-language-gone = La pétition n’est plus disponible dans la langue que vous aviez choisie. Continuons dans celle-ci : { $language }.
why-not-open = La pétition n’est pas ouverte à la signature en ce moment. Rien n’a été signé.
why-paused = Il n’est pas possible de signer pour le moment, et rien n’a été signé. Merci de revenir plus tard.
why-closed = La pétition a été close entre-temps. Rien n’a été signé.
why-already-signed = Vous avez signé le { $day }. Une seule signature suffit.
why-display-name = Votre nom affiché sur cette plateforme a changé. Vérifiez-le avant de signer.
why-display-name-signed = Votre nom affiché sur cette plateforme a changé. Rien n’a encore été remplacé : vérifiez-le d’abord.
why-kept = Votre signature est maintenue.
why-corrected = La correction est enregistrée. C’est toujours la même signature, avec le même reçu.
why-correction-gone = Votre signature a été retirée entre-temps : il n’y a plus de nom à corriger. Rien n’est signé.
why-correction-too-late = Les noms ne peuvent pas être corrigés maintenant. Votre signature reste telle quelle.


## Why a name is refused

name-empty = Nous ne trouvons pas de nom dans ce que vous avez écrit. Écrivez-en un, ou signez sans nom.
name-no-letter = Un nom doit contenir au moins une lettre ou un chiffre. Écrivez-le de nouveau, ou signez sans nom.
name-too-long =
    { $most ->
        [one] Ce nom est trop long pour la lettre. Utilisez { $most } caractère au plus.
        [many] Ce nom est trop long pour la lettre. Utilisez { $most } de caractères au plus.
       *[other] Ce nom est trop long pour la lettre. Utilisez { $most } caractères au plus.
    }
name-control = Ce nom contient des caractères de contrôle, qui ne s’impriment pas. Tapez-le au lieu de le coller.
name-invisible = Ce nom contient des caractères invisibles, ou qui inversent le sens de lecture. Tapez-le au lieu de le coller.
name-unreadable = Ce nom contient des caractères qui ne s’impriment pas partout. Utilisez des lettres, dans la langue de votre choix.
name-marks = Trop d’accents et de signes se superposent sur une même lettre pour qu’on puisse l’imprimer. Écrivez le nom plus simplement.
name-address = Écrivez seulement un nom, sans lien, sans adresse et sans @pseudo. Si le nom contient un point, laissez un espace après.


## Forms, and the questions that replace them

name-form-title = Votre nom
name-form-label = Nom
name-form-hint = Tel qu’il doit figurer au bas de la lettre
name-form-submit = Continuer
name-question = Envoyez le nom dans un message, tel qu’il doit figurer au bas de la lettre. Rien n’est encore signé : vous pourrez d’abord le relire.
correct-question = Envoyez le nom dans un message, tel qu’il doit figurer au bas de la lettre. Votre signature reste telle quelle : vous pourrez d’abord relire le nouveau nom.
receipt-form-title = Retirer une signature
receipt-form-label = Reçu
receipt-form-hint = Le reçu obtenu en signant
receipt-form-submit = Retirer
receipt-question = Envoyez le reçu dans un message. La signature correspondante sera effacée aussitôt.
receipt-unknown = Aucune signature ne correspond à ce reçu. Comparez-le, lettre par lettre, avec celui que vous avez obtenu. Si la signature a déjà été retirée, elle n’est plus ici.


## Answers to the commands

share-intro = Merci de faire passer le mot. Ce texte ne dit rien de vous et n’indique pas si vous avez signé.
share-label = Partager
share-reading = { $headline } – l’histoire, les demandes et la lettre, à lire ici.
share-outcome = { $headline } – ce qu’il en est advenu, et l’histoire, à lire ici.
language-ask = Langue actuelle : { $language }. Quelle langue préférez-vous ?

withdraw-ask = Voulez-vous retirer votre signature ? Elle sera effacée aussitôt, et votre nom avec elle si vous en avez donné un.
withdraw-handed-over = Une lettre déjà remise ne peut plus être récupérée.
withdraw-delivered = La lettre a été remise le { $day }. Si vous aviez déjà donné un nom, il peut y figurer, et il n’est plus possible de l’en retirer.
withdraw-nothing = Aucune signature n’est enregistrée pour ce compte : il n’y a rien à retirer.
withdraw-other-account = Si vous avez signé depuis un autre compte, le reçu que vous y avez obtenu vous permet de retirer cette signature.
withdrawn-heading = Votre signature est retirée
withdrawn = Elle est effacée, et votre nom avec elle si vous en aviez donné un. Des copies subsistent un temps dans les sauvegardes. Votre reçu n’est plus valable.
withdrawn-receipt = La signature qui correspond à ce reçu est retirée. Elle est effacée ; des copies subsistent un temps dans les sauvegardes.
withdrawn-again = Merci d’avoir été à nos côtés. Tant que la pétition est ouverte, vous pouvez revenir et signer de nouveau.

cancelled-heading = Ce que nous conservions de cette conversation est effacé
cancelled-unsigned = Rien n’est signé. Nous ne conservons que la langue que vous avez choisie.
cancelled-signed = Votre signature reste valable. Pour la retirer aussi, utilisez { $command }.
declined-heading = Merci d’avoir lu
declined = Rien n’est signé, et ce que nous conservions de cette conversation est effacé, sauf la langue que vous avez choisie.
declined-again = Si vous changez d’avis, nous serons là.
messages-remain = Les messages sont encore dans cette discussion : supprimez-les si d’autres personnes peuvent la voir.
messages-cleared = Les messages ont été retirés de cette page.

stop-updates = Vous n’avez pas demandé de nouvelles : nous ne conservons donc aucun moyen de vous écrire. Il n’y a rien à arrêter.
stop-instead = Pour retirer votre signature, utilisez { $withdraw }. Pour effacer ce que nous conservons de cette conversation, utilisez { $cancel }.

help-heading = Ce que vous pouvez faire ici
help-intro = Vous pouvez utiliser ces commandes à tout moment, sans perdre le fil.
help-line = { $command } – { $what }
help-organiser = Ce bot est géré par { $organiser }. Contact : { $contact }.
help-privacy = Sa politique de confidentialité : { $url }

mydata-heading = Les données conservées à votre sujet
mydata-signed = Vous avez signé le { $day } (langue : { $language }).
mydata-counted = Votre signature est comptée.
mydata-set-aside = Votre signature est en cours d’examen avec d’autres et, pendant ce temps, n’est pas comptée. Vous n’avez rien à faire.
mydata-unsigned = Aucune signature n’est conservée pour ce compte.
mydata-unreadable = Votre signature est bien là, mais cette version du bot ne peut pas lire ce qui est conservé avec elle. { $command } la retire et l’efface.
mydata-held = Avec votre signature sont conservés : le jour, la langue, la plateforme, le lien ou la carte qui vous a permis d’arriver ici si c’était l’un des nôtres, et l’ancienneté approximative de votre compte. Votre compte n’y figure que sous la forme d’un code, sans son nom ni son numéro.
mydata-name = Si vous avez donné un nom, il est chiffré. Au bout d’une heure au plus, ce bot ne peut plus le déchiffrer : il n’est donc pas affiché ici.
mydata-correct = Si le nom est mal écrit, vous pouvez le corriger ci-dessous.
mydata-erased = Les noms ont été effacés le { $day } : si vous en aviez donné un, il n’est plus conservé ici.
mydata-withdraw = { $command } retire votre signature et l’efface.
mydata-receipt = Votre reçu : { $receipt }
mydata-consent = Voici ce que vous avez accepté :
mydata-texts = Les textes qui vous ont été montrés quand vous avez signé, chacun avec le début de son empreinte (SHA-256), pour que toute modification ultérieure se voie :
mydata-text = { $text } ({ $language }) : { $version }
mydata-conversation = Sont aussi conservés, sous forme chiffrée, jusqu’à un mois environ après votre dernière visite : votre langue, l’endroit où vous en êtes dans cette conversation, le lien ou la carte qui vous a permis d’arriver ici si c’était l’un des nôtres, et, s’il y en a un, un nom avec lequel vous n’avez pas encore signé. { $command } efface aussitôt tout cela, sauf la langue.
mydata-platform = La plateforme qui achemine cette discussion peut la voir. Ce qu’elle garde ne dépend pas de nous. Si cela vous inquiète, supprimez la discussion ici et sur vos autres appareils.
text-demands = Les demandes
text-letter = La lettre
text-notice = Avant de signer
text-privacy = L’avis de confidentialité
text-consent = Votre consentement


## When something went wrong on our side

unconfirmed = Nous n’avons pas pu confirmer l’enregistrement. Réessayez dans un instant.
unconfirmed-once = Vous pouvez recommencer sans crainte : rien n’est enregistré deux fois.
apology = Quelque chose n’a pas fonctionné de notre côté, et nous vous prions de nous en excuser. Réessayez avec { $command }.
lost = Notre base de données a perdu une partie de ses dernières modifications, et ce que nous vous avons dit en dernier n’est peut-être plus vrai. Une signature que nous avons confirmée peut manquer. Une signature que nous avons effacée peut être revenue. Nous vous prions de nous en excuser.
lost-check = Consultez { $mydata } : vous y verrez ce qui est conservé à votre sujet. Si cela ne correspond pas à votre décision, signez de nouveau avec { $sign }, ou retirez de nouveau votre signature avec { $withdraw }. Rien n’est enregistré deux fois.


## The campaign page

page-skip = Aller à la pétition
page-short-name = Pétition
page-languages = Langue
page-total-label = personnes mobilisées
page-total-week = dont { $count } ces sept derniers jours
page-goal-label = Prochain objectif
page-goals-reached = Objectifs déjà atteints : { $goals }
page-total-unknown = Le total n’est pas disponible pour le moment.
page-offset =
    { $count ->
        [one] Y compris { $count } action comptée ailleurs (source : { $source }, { $day }).
        [many] Y compris { $count } d’actions comptées ailleurs (source : { $source }, { $day }).
       *[other] Y compris { $count } actions comptées ailleurs (source : { $source }, { $day }).
    }
page-offsets =
    { $count ->
        [one] Y compris { $count } action comptée ailleurs :
        [many] Y compris { $count } d’actions comptées ailleurs :
       *[other] Y compris { $count } actions comptées ailleurs :
    }
offset-entry = { $source }, { $day } : { $count }
page-preview = Ceci est un aperçu. Les signatures faites ici restent sur cet ordinateur et ne comptent pas.
page-noscript = La discussion sur cette page et le total en direct ont besoin de JavaScript. Tout le reste de cette page se lit sans lui.
page-join-heading = Ajoutez votre nom, ou signez sans nom
page-join-chat = Lire et signer ici
page-join-heading-reading = Lire la pétition dans une discussion
page-join-chat-reading = Lire ici
page-join-none = Il n’est possible de signer nulle part pour le moment.
page-sign-on = Signer sur { $platform }
page-read-on = Lire sur { $platform }
page-takes =
    { $minutes ->
        [one] Cela prend environ { $minutes } minute, avec ou sans votre nom.
        [many] Cela prend environ { $minutes } minutes, avec ou sans votre nom.
       *[other] Cela prend environ { $minutes } minutes, avec ou sans votre nom.
    }
page-scan = Vous êtes sur un ordinateur ? Scannez ce code avec votre téléphone.
page-scan-label = Code QR du lien vers { $platform }
page-also = Aussi sur { $platforms }
page-share-heading = Faites passer le mot
page-share-intro = Voici ce que vous enverrez. Ce texte ne dit rien de vous et n’indique pas si vous avez signé.
page-share-device = Partager
page-share-email = E-mail
page-story-heading = L’histoire
page-demands-heading = Les demandes
page-letter-heading = La lettre
page-privacy-heading = Avis de confidentialité
page-source = Ces faits ont été rapportés par { $organisation } :
page-organiser-heading = Qui porte cette pétition
page-organiser = Cette pétition est portée par { $organiser }, qui en répond.
page-contact = Contact
page-privacy-policy = Politique de confidentialité : { $organiser }
page-error-heading = Cette page ne peut pas être affichée
page-error-not-found = Il n’y a rien à cette adresse.
page-error-refused = La requête n’a pas pu être comprise.
page-error-too-many = Trop de requêtes sont venues de votre réseau. Attendez une minute, puis réessayez.
page-error-unavailable = Quelque chose est momentanément en panne. Réessayez dans une minute.
page-error-home = Aller à la pétition

## The public log of the total: the page /log

log-link = Comment ce nombre a évolué, jour après jour
log-heading = Le registre public de ce nombre
log-intro = Chaque ligne porte sur un ou plusieurs jours : combien de personnes ont signé, combien ont retiré leur signature, et le total. Les lignes sont liées entre elles et signées numériquement, pour que chacun puisse vérifier qu’aucune n’a été modifiée après coup.
log-empty = Il n’y a pas encore de ligne. La première apparaîtra ici quand au moins dix personnes auront signé.
log-chart = Le total du { $from } au { $until }, en courbe. À la fin : { $total }.
log-lines-heading = Jour après jour
log-waiting = À partir du { $day }, il n’y a pas encore de ligne. Un jour où un nombre est compris entre un et neuf partage une ligne avec les jours suivants, pour que personne ne puisse voir ce qu’une seule personne a fait.
log-older = Lignes plus anciennes
log-day = Jours (UTC)
log-signed = Signées
log-withdrawn = Retirées
log-set-aside = Mises à l’écart
log-released = Comptées de nouveau
log-offset = Comptées ailleurs
log-total = Total
log-days = du { $from } au { $until }
log-correction = Correction ({ $change }) : { $reason }
log-proof-heading = Ce que cela prouve
log-proof-lines = Aucune ligne n’a été modifiée, supprimée ou insérée après coup. Toute personne qui a gardé l’empreinte signée peut vérifier que le registre commence toujours par les mêmes lignes.
log-proof-sums = Chaque total découle de la ligne précédente, et le nombre affiché sur la page de la pétition découle du registre.
log-limits-heading = Ce que cela ne prouve pas
log-limits-accounts = Que chaque compte appartient à une personne différente. Un compte n’est compté qu’une fois, mais une personne peut en avoir plusieurs.
log-limits-elsewhere = Ce que d’autres ont compté. Le registre montre seulement lesquels de leurs chiffres ont été ajoutés.
log-limits-people = Qui a signé. Aucune ligne ne concerne une seule personne, et nul ne peut se servir du registre pour prouver ou découvrir que quelqu’un a signé.
log-check-heading = Vérifiez vous-même
log-check = Le programme de cette pétition est public. Sa commande verify contrôle ce registre quand vous lui donnez l’adresse de cette page. Gardez une copie des entrées : le contrôle suivant compare le registre avec cette copie.
log-checkpoint = L’empreinte signée
log-entries = Toutes les entrées, avec l’empreinte et le nombre
log-key = La clé publique du registre. Comparez-la avec celle que les responsables de la pétition ont publiée ailleurs.

## For other sites, and for a hall

site-paused = Il n’est pas possible de signer pour le moment.
site-goal-reached = Objectif de { $goal } atteint
site-read = Lire la pétition
screen-few = Moins de { $count }
screen-rounded = Arrondi à la dizaine inférieure
screen-scan = Scannez pour lire et signer
screen-scan-reading = Scannez pour lire

## The preview chat on the campaign page

chat-heading = Lire et signer
chat-intro = Une courte conversation vous guide à travers l’histoire, la lettre et le consentement. Vous pouvez vous arrêter à tout moment.
chat-heading-reading = Lire la pétition
chat-log = Conversation
chat-you = Vous avez choisi :
chat-working = Un instant…
chat-menu = Ce que vous pouvez faire d’autre
chat-form-close = Fermer
chat-form-empty = Écrivez d’abord quelque chose.
chat-copy = Copier
chat-copy-text = Copier le texte et le lien
chat-copied = Copié.
chat-copy-failed = La copie n’a pas fonctionné. Sélectionnez le texte et copiez-le vous-même.
chat-shared = Partagé. Merci.
chat-retry = Réessayer
chat-offline = La connexion semble coupée. Votre choix est gardé ici et sera envoyé dès qu’elle sera rétablie.
chat-too-many = C’était un peu trop rapide pour nous. Attendez un instant, puis réessayez.
chat-outdated = Cette page n’est plus à jour. Rechargez-la.
chat-elsewhere = Cette conversation ne fonctionne qu’à l’adresse { $address }. Ouvrez la page à cette adresse. Si vous gérez vous-même cette pétition, PUBLIC_URL, dans ses réglages, permet une autre adresse.


## Cards and servers

command-petition = Lire une pétition en privé, et la signer tant qu’elle est ouverte
option-receipt = Le reçu d’une signature faite depuis un autre compte
option-petition = Quelle pétition
option-card-language = La langue de la carte
command-card = Publier dans ce salon une carte de la pétition, visible par tout le monde
command-milestones = Des messages qui annoncent combien de personnes ont signé depuis ce serveur
command-milestones-on = Publier dans ce salon quand le nombre de signatures de ce serveur a bien augmenté
command-milestones-off = Ne plus publier ces messages sur ce serveur
option-milestones-language = La langue de ces messages
card-refused = Vous n’avez pas le droit d’écrire dans ce salon : aucune carte n’a été publiée.
card-only-you = Ce qui s’ouvre n’est visible que pour vous. Personne ici ne voit ce que vous y faites.
card-failed = Le total n’est pas disponible pour le moment : aucune carte n’a été publiée. Réessayez dans une minute.
server-total =
    { $count ->
        [one] Au moins { $count } signature est venue de ce serveur.
        [many] Au moins { $count } de signatures sont venues de ce serveur.
       *[other] Au moins { $count } signatures sont venues de ce serveur.
    }
card-too-soon = Merci de ne pas publier autant de cartes à la fois. Vous pourrez publier la prochaine { $moment }.
card-as-of = Dernière mise à jour : { $moment }.
card-last = Dernière mise à jour : { $moment }. Cette carte n’est plus actualisée.
card-moved = Une carte plus récente se trouve dans ce salon. Celle-ci n’est plus actualisée.
button-newer-card = Vers la carte la plus récente
share-card = Pour publier ici une carte que tout le salon peut voir, utilisez { $command }.
server-milestone =
    { $count ->
        [one] { $count } personne a signé depuis ce serveur.
        [many] { $count } de personnes ont signé depuis ce serveur.
       *[other] { $count } personnes ont signé depuis ce serveur.
    }
milestones-on = Le bot annoncera ici combien de personnes ont signé depuis ce serveur : seulement des nombres ronds, à partir de dix, et jamais qui a signé. { $command } y met fin.
milestones-off = Le bot ne publie plus ces messages sur ce serveur.
milestones-refused = Seuls les membres qui ont le droit de gérer ce serveur peuvent modifier ce réglage.
milestones-muted = Le bot n’a pas le droit d’écrire dans ce salon : rien n’a été modifié. Donnez-lui ici les permissions « Voir le salon » et « Envoyer des messages », et dans un fil « Envoyer des messages dans les fils ». Puis réessayez.
discord-invitation = Sur un serveur qui a cette application, tapez { $command }. Partout ailleurs, ajoutez d’abord l’application à votre compte. Les autres personnes ne voient pas la conversation.


## Telegram: the bot's own page, its cards in groups, and clearing the chat

bot-description = Lisez l’histoire, les demandes et la lettre, puis décidez si vous voulez signer, avec ou sans votre nom. Rien n’est signé tant que vous n’appuyez pas sur « Signer », et vous pouvez retirer votre signature à tout moment.
bot-description-reading = Vous pouvez lire ici l’histoire, les demandes et la lettre. Si vous avez signé, vous pouvez retirer votre signature à tout moment.
card-private = La pétition s’ouvre dans une discussion privée. Personne ici ne voit ce que vous y faites.
telegram-invitation = Une discussion privée s’ouvre sur Telegram.
button-copy-receipt = Copier le reçu
button-clear-chat = Vider cette discussion
chat-cleared = Les messages des deux derniers jours sont supprimés. Votre signature reste valable. Pour enlever le reste, supprimez cette discussion, ici et sur vos autres appareils.
chat-not-cleared = Les messages n’ont pas pu être supprimés. Réessayez, ou supprimez cette discussion, ici et sur vos autres appareils.


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
        [one] { $count } personne a signé sans nom.
        [many] { $count } de personnes ont signé sans nom.
       *[other] { $count } personnes ont signé sans nom.
    }
export-as-of = Signatures au { $day }
export-total =
    { $count ->
        [one] { $count } signature
        [many] { $count } de signatures
       *[other] { $count } signatures
    }
export-organiser = Pétition portée par { $organiser }
export-contact = Contact : { $contact }
export-letters = Les lettres signées
export-letters-why = Chaque nom figure sous le texte qui a été présenté à la personne.
export-language = Langue
export-words = Texte
export-signatures = Signatures
export-words-current = Texte actuel
export-words-former = Texte antérieur
export-words-since = { $code }, affiché à partir du { $day }
export-unnamed =
    { $count ->
        [one] { $count } signature figure sans nom :
        [many] { $count } de signatures figurent sans nom :
       *[other] { $count } signatures figurent sans nom :
    }
export-omitted =
    { $count ->
        [one] { $count } nom a été omis : { $reason }
        [many] { $count } de noms ont été omis : { $reason }
       *[other] { $count } noms ont été omis : { $reason }
    }
export-former-elsewhere =
    { $count ->
        [one] { $count } autre signature porte sur un texte antérieur, qui n’est pas dans ce document.
        [many] { $count } d’autres signatures portent sur un texte antérieur, qui n’est pas dans ce document.
       *[other] { $count } autres signatures portent sur un texte antérieur, qui n’est pas dans ce document.
    }
export-words-lost =
    { $count ->
        [one] { $count } autre signature porte sur un texte qui n’a pas été conservé. Elle n’est pas dans ce document.
        [many] { $count } d’autres signatures portent sur un texte qui n’a pas été conservé. Elles ne sont pas dans ce document.
       *[other] { $count } autres signatures portent sur un texte qui n’a pas été conservé. Elles ne sont pas dans ce document.
    }


## Updates: an occasional message for people who asked for it after signing

button-updates = Tenez-moi au courant
button-updates-no = Non, merci
button-updates-yes = Oui, écrivez-moi ici
button-updates-open = Voir la pétition
button-updates-stop = Ne plus recevoir de nouvelles
updates-changed = Ce texte a été modifié après votre lecture : en voici la nouvelle version. Rien n’est encore conservé.
updates-on = Merci. Nous vous écrirons ici quand il y aura du nouveau. À tout moment, { $command } y met fin aussitôt.
updates-already = Vous l’avez déjà demandé : nous vous écrivons ici quand il y a du nouveau. { $command } y met fin aussitôt.
updates-off = Vous ne recevrez plus de nouvelles. Ce qui était conservé pour vous joindre est effacé ; des copies subsistent un temps dans les sauvegardes.
updates-reason = Vous recevez ce message parce que vous avez demandé des nouvelles. { $command } y met fin aussitôt.
updates-trial = Ceci est un aperçu, vous pouvez donc essayer : rien n’est conservé pour cela, et rien n’est envoyé.
updates-tried = Dans une vraie campagne, nous vous écririons désormais ici dès qu’il y aurait du nouveau, et { $command } y mettrait fin aussitôt. Cet aperçu ne conserve rien pour cela et n’envoie rien. Voici à quoi ressemblerait un message :
updates-example = Un exemple, pas une vraie nouvelle : « La lettre a été remise aujourd’hui. Merci d’être à nos côtés. »
updates-trial-off = Dans une vraie campagne, vous ne recevriez plus de nouvelles, et ce qui était conservé pour vous joindre serait effacé. Cet aperçu n’a rien conservé pour cela et n’envoie pas de nouvelles.
withdrawn-updates = Vous ne recevrez pas non plus d’autres nouvelles : ce qui était conservé pour vous joindre est également effacé.
mydata-updates-on = Vous recevez des nouvelles : pour cela, un moyen de joindre ce compte est conservé sous forme chiffrée, avec votre langue et votre consentement. { $command } l’efface aussitôt.
mydata-updates-agreed = Vous les avez demandées le { $day }, après avoir lu un texte (langue : { $language }) dont l’empreinte commence par { $version }.
mydata-updates-off = Vous n’avez pas demandé de nouvelles : aucun moyen de vous écrire n’est conservé.


## Slack: cards, the Home tab, and the answer to staff commands in other channels

button-post-card = Publier une carte ici
home-private = La conversation s’ouvre en message privé de cette application, sous Messages. Les autres membres ne voient pas ce que vous y faites. Les personnes qui administrent l’espace de travail pourraient le voir.
slack-invitation = Si votre espace de travail a cette application, tapez-y { $command }. Les autres membres ne voient pas ce que vous y faites. Les personnes qui administrent l’espace de travail pourraient le voir.
home-no-total = Le total n’est pas disponible pour le moment.
staff-not-here = Cela n’est malheureusement pas possible ici.
staff-unconfirmed = La base de données est injoignable pour le moment : cela a peut-être été fait, peut-être pas. Vérifiez dans une minute, puis réessayez si nécessaire.
staff-unread = La base de données est injoignable pour le moment. Réessayez dans une minute.
staff-unchecked = Slack n’a pas pu confirmer pour le moment que ce canal est privé. Rien n’a été modifié. Réessayez dans une minute.
staff-only-admins = Seules les personnes qui administrent ce groupe peuvent utiliser les commandes de l’équipe.
staff-unchecked-admin = Telegram n’a pas pu confirmer pour le moment que vous administrez ce groupe. Rien n’a été modifié. Réessayez dans une minute.
staff-unposted = Slack n’a pas accepté la publication dans le canal ({ $code }) : vous êtes la seule personne à voir ce message. Prévenez le reste de l’équipe.
staff-unposted-picture = L’image n’a pas pu être publiée dans le canal ({ $code }). Les chiffres y sont complets sans elle.
staff-unposted-part = Une partie de ce message n’a pas pu être publiée dans le canal ({ $code }).
staff-unposted-unsure = Slack n’a pas confirmé la publication dans le canal ({ $code }). Vérifiez si le message y est.
form-unopened = Slack n’a pas ouvert le formulaire. Appuyez encore une fois sur le bouton.


## L’équipe : ce qui est dit à celles et ceux qui portent la pétition, dans leurs salons et en ligne de commande

staff-help-heading = Ce que l’équipe peut faire ici
staff-help-line = { $command } : { $what }
staff-help-total = le total, le rythme et le prochain objectif
staff-help-report = d’où viennent les signatures, avec une image
staff-help-chart = seulement l’image
staff-help-milestones = annoncer ici chaque objectif atteint
staff-help-digest = le rapport quotidien, à cette heure de ce fuseau horaire
staff-help-digest-weekly = le rapport hebdomadaire, le lundi à cette heure de ce fuseau horaire
staff-help-quarantine = sortir des signatures du total, par provenance ou par jours (2027-01-15, 2027-01-15..2027-01-20 ou 2027-01-15..) ; rien n’est effacé. Avec --hold, aussi les nouvelles signatures du même type
staff-help-quarantine-facts = la même chose selon plusieurs critères : indiquez ceux qui comptent, et les signatures qui les remplissent tous sont sorties du total. AGE, l’ancienneté du compte, vaut under-7-days, 7-to-30-days, older ou unknown
staff-help-list = toutes les mises à l’écart : quoi, qui, quand et pourquoi
staff-help-release = réintégrer dans le total les signatures d’une mise à l’écart
staff-help-pause = suspendre la collecte des signatures sur toutes les plateformes
staff-help-resume = reprendre la collecte des signatures
staff-help-help = cette liste
staff-problem-command = Cette commande n’existe pas. Rien n’a été modifié.
staff-problem-extra = Cette commande n’accepte pas autant de mots. Rien n’a été modifié.
staff-problem-petition = Précisez la pétition : ajoutez --petition et son nom ({ $names }). Rien n’a été modifié.
staff-problem-period = Un rapport porte sur today, 7d, 30d ou all.
staff-problem-switch = Écrivez on ou off. Rien n’a été modifié.
staff-problem-digest = Écrivez on, weekly ou off. Rien n’a été modifié.
staff-problem-hour = Écrivez l’heure sous la forme 09:00 (de 00:00 à 23:59) et un fuseau horaire par son nom, comme Africa/Casablanca. Rien n’a été modifié.
staff-problem-selection = Indiquez une provenance par son code (- pour les signatures sans code), des jours (2027-01-15, 2027-01-15..2027-01-20 ou 2027-01-15.., le jour le plus ancien d’abord), ou bien --source, --days, --platform, --language et --age (under-7-days, 7-to-30-days, older ou unknown), seuls ou ensemble, une fois chacun. Rien n’a été modifié.
staff-problem-reason = Indiquez le motif, pour les personnes qui vérifieront plus tard : --reason "…", en { $most } caractères au plus. Rien n’a été modifié.
staff-problem-hold = --hold concerne les nouvelles signatures : les jours ne doivent pas se terminer avant aujourd’hui. Rien n’a été modifié.
staff-problem-number = Indiquez la mise à l’écart par son numéro dans la liste. Rien n’a été modifié.
staff-total-heading = Le total : { $total }
staff-utc = { $time } UTC
staff-as-of = Situation à { $time }.
staff-total-made = Comptées ailleurs : { $offset }. Recueillies ici : { $collected }.
staff-total-log = Le registre public du total : { $address }
staff-total-today = Signatures d’aujourd’hui, depuis { $from } : { $count }.
staff-total-yesterday = Hier jusqu’à { $from } : { $before } ; jusqu’à { $until } : { $after }.
staff-total-week = Par rapport au même jour de la semaine dernière à la même heure : { $difference } (environ { $before } alors).
staff-total-hour = Heure en cours, depuis { $time } : { $count }.
staff-total-day = Progression du total ces dernières 24 heures : { $count }.
staff-goal = Le prochain objectif est de { $goal } : il en manque { $missing }.
staff-goal-none = Le dernier objectif, { $goal }, est atteint.
staff-goal-hours = Au rythme des dernières 24 heures, il sera atteint dans environ { $hours } h.
staff-goal-day = Au rythme des dernières 24 heures, il sera atteint vers le { $day }.
staff-goal-unsure = Trop peu de signatures ces dernières 24 heures pour dire quand il sera atteint.
staff-goal-week-hours = Au rythme des 7 derniers jours, il sera atteint dans environ { $hours } h.
staff-goal-week-day = Au rythme des 7 derniers jours, il sera atteint vers le { $day }.
staff-goal-week-unsure = Trop peu de signatures ces 7 derniers jours pour dire quand il sera atteint.
staff-is-paused = La collecte est suspendue.
staff-is-closed = La pétition est close.
staff-last-day = Le { $day }, tous les noms seront effacés, et plus personne ne pourra signer à partir de ce jour.
staff-column-count = Signatures
staff-column-channel = Plateforme
staff-column-locale = Langue
staff-column-source = Provenance
staff-column-age = Ancienneté du compte
staff-column-status = État
staff-column-moved = Ce qui s’est passé
staff-row-sum = Total
staff-row-rest = Autres
staff-row-no-source = sans code
staff-row-preview-chat = Discussion (aperçu)
staff-age-new = moins de 7 jours
staff-age-young = de 7 à 30 jours
staff-age-older = plus ancienne
staff-age-unknown = inconnue
staff-status-counted = comptées
staff-status-set-aside = mises à l’écart
staff-moved-signed = signées
staff-moved-left = retirées
staff-moved-set-aside = mises à l’écart
staff-moved-released = réintégrées
staff-report-today = Rapport : aujourd’hui, { $day } (UTC)
staff-report-days = Rapport : du { $from } au { $until } (UTC)
staff-report-all = Rapport : toutes les signatures
staff-report-moment = Tous les chiffres datent du même instant, { $time }. Le total est de { $total }.
staff-report-signed = Les signatures faites pendant cette période :
staff-report-counted = Les signatures qui comptent :
staff-report-too-few = Il y en a moins de { $least } : trop peu pour montrer d’où elles viennent.
staff-report-small-counts = Les nombres inférieurs à { $least } sont regroupés sous « Autres », avec le nombre immédiatement supérieur si nécessaire, afin que personne ne puisse y être reconnu.
staff-chart-hours = Signatures par heure, { $day } (UTC)
staff-chart-days = Signatures par jour (UTC)
staff-chart-weeks = Signatures par semaine, d’après le premier jour de chacune (UTC)
staff-chart-months = Signatures par mois (UTC)
staff-chart-total = Total
staff-chart-total-from = Total (l’axe commence à { $start })
staff-chart-new = Nouvelles
staff-chart-left = Retirées
staff-chart-left-some = Retirées (petits nombres non affichés)
staff-chart-goal = Objectif { $goal }
staff-chart-goal-above = Objectif { $goal } (au-dessus de cet axe)
staff-chart-goal-reached = Objectif { $goal } (atteint)
staff-chart-rest = Non détaillées
staff-chart-running = Dernière barre : en cours
staff-chart-most = Pic : { $count } ({ $when }).
staff-chart-running-when = La dernière barre ({ $when }) est encore en cours.
staff-chart-growth = Le total est passé de { $from } à { $until } ; l’objectif est de { $goal }.
staff-chart-failed = L’image n’a pas pu être dessinée. Les chiffres donnés ici sont complets sans elle.
staff-milestones-on = Désormais, les objectifs atteints sont annoncés ici. Le prochain est { $goal }.
staff-milestones-none = Désormais, les objectifs atteints sont annoncés ici. Il n’en reste aucun à atteindre : ajoutez-en d’autres dans les réglages de la pétition.
staff-milestones-off = Les objectifs ne sont plus annoncés ici.
staff-milestone-heading = { $goal } : objectif atteint
staff-milestone = Le total est maintenant de { $total }. Merci à toutes les personnes qui portent cette pétition.
staff-digest-on = Le rapport quotidien arrive désormais ici. Prochain rapport : { $next } ({ $zone }).
staff-digest-weekly-on = Le rapport hebdomadaire arrive désormais ici. Prochain rapport : { $next } ({ $zone }).
staff-digest-off = Ni le rapport quotidien ni le rapport hebdomadaire n’arrivent plus ici.
staff-digest-heading = Rapport quotidien, { $moment } ({ $zone })
staff-digest-weekly-heading = Rapport hebdomadaire, { $moment } ({ $zone })
staff-digest-pace = Signatures des 7 derniers jours : { $count }. Par rapport aux 7 jours précédents : { $difference }.
staff-digest-best = Meilleur jour : { $day } ({ $count }).
staff-what-source = provenance { $source }
staff-what-platform = plateforme { $platform }
staff-what-language = langue { $language }
staff-what-age = ancienneté du compte : { $age }
staff-what-days = du { $from } au { $until } (UTC)
staff-what-since = à partir du { $from } (UTC)
staff-what-until = jusqu’au { $until } (UTC)
staff-what-hold = { $what }, y compris les nouvelles signatures
staff-quarantine-heading = Mettre à l’écart ces signatures : { $what } ?
staff-quarantine-count = Signatures qui quitteraient le total : au moins { $count }.
staff-quarantine-already = Déjà à l’écart, et retenues aussi par cette mise à l’écart : au moins { $count }.
staff-quarantine-hold = Les nouvelles signatures de ce type sont mises à l’écart à mesure qu’elles arrivent, jusqu’à la levée de cette mesure.
staff-quarantine-kept = Rien n’est effacé : tout peut être réintégré, et chaque personne peut encore retirer sa signature. Sont conservés : ce qui a été mis à l’écart, la date, le motif et un code pour la personne qui l’a fait.
staff-reason = Motif : { $reason }
staff-quarantine-few = Moins de { $least } signatures quitteraient ainsi le total. On n’en met jamais si peu à l’écart : le total révélerait si telle personne a signé. Choisissez-en davantage. Rien n’a été modifié.
staff-quarantine-near = Cette sélection et celle de la mise à l’écart { $number } diffèrent de moins de { $least } signatures : ensemble, elles révéleraient si telle personne a signé. Reprenez exactement la sélection de cette mise à l’écart, ou choisissez une sélection plus différente. Rien n’a été modifié.
staff-quarantine-unknown = Les réglages de la pétition ne contiennent pas cette provenance, et moins de { $least } signatures qui en viennent quitteraient le total. Rien n’a été modifié.
staff-quarantine-done = La mise à l’écart { $number } est en vigueur. Signatures sorties du total : { $count }.
staff-release-heading = Réintégrer ces signatures : mise à l’écart { $number }, { $what } ?
staff-release-count = Signatures qui compteraient de nouveau : { $count }.
staff-release-staying = Retenues aussi par une autre mise à l’écart, et toujours hors du total : { $count }.
staff-release-unknown = La mise à l’écart { $number } n’existe pas. Rien n’a été modifié.
staff-release-already = La mise à l’écart { $number } a déjà été levée. Rien n’a été modifié.
staff-release-done = La mise à l’écart { $number } est levée. Signatures qui comptent de nouveau : { $count }.
staff-list-heading = Mises à l’écart
staff-list-none = Rien n’a jamais été mis à l’écart.
staff-list-older = Plus anciennes, non affichées ici : { $count }.
staff-list-entry = Mise à l’écart { $number } : { $what }
staff-list-held = Retenues actuellement : { $count }.
staff-list-set = Décidée le { $moment } par le code d’équipe { $who }.
staff-list-released = Levée le { $moment } par le code d’équipe { $who }.
staff-pause-heading = Suspendre la collecte sur toutes les plateformes ?
staff-pause-ask = Les personnes qui viennent signer sont averties de la suspension. Il reste possible de lire, de retirer sa signature et de faire tout le reste.
staff-paused = La collecte est suspendue sur toutes les plateformes.
staff-paused-already = La collecte est déjà suspendue.
staff-resume-heading = Reprendre la collecte sur toutes les plateformes ?
staff-resume-ask = On pourra alors signer de nouveau.
staff-resumed = La collecte a repris sur toutes les plateformes.
staff-resumed-already = La collecte n’est pas suspendue.
staff-pausing-since = Depuis le { $moment }, par le code d’équipe { $who }.
staff-done-by = Enregistré sous le code d’équipe { $who } : il désigne une personne de l’équipe sans la nommer.
staff-closed = La pétition est close depuis le { $day } : plus personne ne peut signer.
staff-button-set-aside = Mettre à l’écart
staff-button-release = Réintégrer
staff-button-pause = Suspendre la collecte
staff-button-resume = Reprendre la collecte
staff-button-cancel = Ne rien faire
staff-button-refresh = Actualiser
staff-button-week = 7 jours
staff-button-month = 30 jours
staff-button-chart = Graphique
staff-confirm-within = Rien n’a encore été modifié. Confirmez dans les { $minutes } minutes.
staff-confirm-unknown = Il n’y a rien à confirmer ici : c’est déjà fait, ou trop tard, ou la demande vient de quelqu’un d’autre. Cela n’a rien modifié.
staff-confirm-changed = Entre-temps, des signatures ont été ajoutées ou retirées : rien n’a été fait. Voici la situation actuelle. Si cela va trop vite, utilisez --hold, ou suspendez d’abord la collecte.
staff-alert-heading = Attention
staff-alert-over = Tout est rentré dans l’ordre
staff-alert-drift = Le recomptage quotidien ne concorde pas avec le décompte. Écarts : { $count }. Quelqu’un a dû modifier la base à la main, ou une ancienne version a restauré une sauvegarde : lancez reconcile en ligne de commande et, avant toute autre chose, cherchez laquelle de ces causes est la bonne.
staff-alert-drift-over = Le recomptage concorde de nouveau avec le décompte.
staff-alert-names = Le recomptage quotidien a trouvé des noms que personne ne peut lire : la clé qui les chiffre manque dans la base. Signatures concernées : { $count }. Elles comptent toujours. Lancez reconcile en ligne de commande et gardez toutes les sauvegardes : l’une d’elles contient peut-être la clé.
staff-alert-names-over = Plus aucun nom n’est privé de sa clé.
staff-alert-log = Le registre public du total ne concorde pas avec les signatures. Écart : { $count }. Cela ne se corrige pas tout seul : lancez reconcile en ligne de commande, cherchez la cause, puis ajoutez une ligne qui le dit.
staff-alert-log-over = Le registre public du total concorde de nouveau avec les signatures.
staff-alert-log-stopped = Plus rien ne s’ajoute au registre public du total : ses lignes ne sont pas celles qui ont été signées, ou il en manque. Avant toute autre chose, lancez reconcile en ligne de commande.
staff-alert-log-stopped-over = Des lignes s’ajoutent de nouveau au registre public du total.
staff-alert-last-day = Le { $day }, tous les noms seront effacés, même si la lettre n’a pas été remise, et plus personne ne pourra signer à partir de ce jour. L’avis de confidentialité le promet. Remettez la lettre avant ce jour, et enregistrez la remise avec close --delivered en ligne de commande.
staff-last-day-heading = Le dernier jour pour les noms
staff-last-day-moved = L’avertissement n’a plus lieu d’être : une remise a été enregistrée, ou les réglages indiquent un autre jour.
staff-last-day-over = Les noms ont été effacés le { $day }, comme l’avis de confidentialité le promet. Le décompte est maintenu, et il est toujours possible de retirer sa signature. Détruisez maintenant les sauvegardes qui contiennent encore des noms.
staff-alert-store = La base de données est injoignable depuis { $time }. Personne ne peut signer pendant ce temps : les personnes qui essaient sont invitées à réessayer.
staff-alert-store-over = La base de données est de nouveau joignable depuis { $time }.
staff-alert-lost = La base de données a perdu des enregistrements que nous avions confirmés. Personnes qui l’ont constaté jusqu’ici : { $count }. Elle a dû revenir à un état antérieur, par exemple celui d’un serveur de secours en retard. Chacune de ces personnes est invitée à vérifier, puis à signer ou à retirer sa signature de nouveau. D’autres ne le savent peut-être pas encore : prévenez-les là où elles le liront.
staff-alert-lost-over = Personne n’a constaté de modification perdue depuis une heure.
staff-alert-platform = { $platform } est injoignable depuis { $time }. Personne ne peut y signer pendant ce temps.
staff-alert-platform-over = { $platform } est de nouveau joignable depuis { $time }.
staff-alert-source = Plus de { $count } signatures par heure viennent d’une même provenance : { $source }. Si vous ne vous y attendiez pas, consultez le rapport et mettez-les à l’écart en attendant d’en savoir plus :
staff-alert-source-over = La provenance { $source } est revenue à un nombre ordinaire de signatures.
staff-alert-source-day = Plus de { $count } signatures en 24 heures viennent d’une même provenance : { $source }. Si vous ne vous y attendiez pas, consultez le rapport et mettez-les à l’écart en attendant d’en savoir plus :
staff-alert-source-day-over = La provenance { $source } est revenue à un nombre ordinaire de signatures en 24 heures.
staff-alert-wave = Bien plus de personnes que d’habitude signent :
staff-alert-wave-advice = Un article ou une lettre d’information peut en être la cause, ou un script. Si personne ne peut l’expliquer, consultez le rapport : quarantine met des signatures à l’écart en attendant d’en savoir plus, et release les réintègre.
staff-alert-wave-over = Le nombre de signatures est de nouveau ordinaire :
staff-wave-name = { $column } : { $value }
staff-wave-hour = { $name } – en une heure { $count }, d’habitude à cette heure du jour : { $usual }
staff-wave-day = { $name } – aujourd’hui (UTC) { $count }, d’habitude pour un jour entier : { $usual }
staff-wave-few = moins de { $count }
staff-alert-stop = Personne n’a signé depuis { $time }. Hier, dans l’heure qui suivait, le nombre de signatures était de { $count }. Essayez de signer vous-même, et consultez /readyz et le journal du serveur.
staff-alert-stop-over = Les signatures arrivent de nouveau.
staff-alert-stop-ended = Personne ne peut signer en ce moment : l’alerte sur l’absence de signatures n’a plus lieu d’être.
staff-alert-leaving = Signatures retirées en une heure : { $count }. Cherchez pourquoi : des personnes subissent peut-être des pressions, une rumeur circule peut-être, ou un texte contient une erreur.
staff-alert-leaving-over = Le nombre de signatures retirées est redevenu ordinaire.
