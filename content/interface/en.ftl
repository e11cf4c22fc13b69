# The interface in English: every button, line and answer that does not belong to one campaign.
# Nothing here may name the case. Sentences about the case are in the petition's folder.
#
# For translators
# - Translate the meaning, not the words. Plain, warm, dignified: as to a friend whose family may be at risk.
# - Every message occurs once and uses exactly the variables that it uses here, in any order.
# - Messages whose id begins with "button-" are labels of buttons: at most 30 characters.
# - { $command }, { $withdraw } and { $cancel } become commands, as the platform writes them: /withdraw.
# - In a language from right to left, write U+2066 before and U+2069 after each option, command, day or hour that
#   people type (--hold, 2027-01-15): otherwise they see hold-- and 15-01-2027. The program does it for variables.
# - The program inserts { $name } and { $receipt }. Write no quotation marks around a receipt.
# - The program formats the numbers { $total }, { $goal }, { $page }, { $pages } and { $most } for the language, and
#   chooses the plural form. It writes { $day } as a date in the language's format.

language-name = English
# ltr or rtl
direction = ltr
# The next three say how the language writes numbers and dates. A language tag that Unicode's data (CLDR) has; a country
# may follow: dates of en-GB have the day first.
intl-tag = en-GB
# The number 12345.
number-example = 12,345
# The first day of a month, within a date: 1 in most languages, 1er in French.
first-of-month = 1


## The menu of commands: one short line each, at most 100 characters

command-sign = Read the petition, and sign it while it is open
command-total = How many people have taken action
command-share = A text to pass on
command-language = Change the language
command-privacy = Who keeps what about you, and why
command-mydata = What is kept about you, and your receipt
command-withdraw = Take your signature back and have it erased
command-stop = No more updates
command-cancel = End this conversation and erase its data (a signature stays)
command-help = What you can do here
# Only a bot with several petitions has it.
command-petitions = All petitions of this bot


## What people type instead of a command

# Words that lead to a command when a message is nothing else, separated by commas. Write what people who speak your
# language would type. Capitals, accents, Arabic vowels and full stops make no difference, so write each word once. No
# word may stand in two of these messages, in any language of the petition. All languages are understood at any time.
typed-sign = sign, start, sign the petition, I want to sign
typed-total = total, count, how many
typed-share = share, pass on
typed-language = language, languages, change language
typed-privacy = privacy, privacy notice, privacy policy
typed-mydata = my data, mydata, my receipt, correct my name, change my name, delete my data, erase my data
typed-withdraw = withdraw, withdraw my signature, remove my signature, delete my signature, take my signature back, withdraw my name, remove my name, delete my name, remove me
typed-stop = stop, stop updates, stop all, stopall, unsubscribe, no more updates, opt out, end, quit, unsubscribe me, please stop, stop please, stop messages, stop messaging me, no more messages
typed-cancel = cancel, forget this conversation
typed-help = help, commands, menu, help me


## Buttons: at most 30 characters

# Leads from a side answer to the petition's first screen.
button-begin = Read and sign
# Leads back to the person's step.
button-continue = Continue
button-back = Back
button-story = Read the story
# Shows the story, the demands and the letter on one screen.
button-whole = Everything on one page
# The story's next page.
button-next = Next
button-letter = Demands and letter
# Leads from the letter to the short privacy notice and the consent.
button-consent = Before you sign
# Beside "I agree": shows the full notice.
button-privacy = Full privacy notice
# The button that agrees to the consent.
button-agree = I agree
# Beside "I agree": ends the conversation; nothing is signed.
button-decline = No, thank you
# Signs without a name under the letter.
button-anonymous = Sign without a name
# The only label that may be longer, because of the name.
button-sign-as = Sign as { $name }
button-name = Write a name
button-change-name = Change the name
# After a word such as "stop" was typed where a name is asked for. See name-or-command.
button-command = I meant the command
button-its-name = It is my name
button-share = Share
# The name of Amnesty's yearly letter-writing event, as people know it in the language.
button-write-for-rights = Write for Rights
button-mydata = What is kept about me
# On the answer to "what is kept about me": lets people who misspelt their name choose it again.
button-correct = Correct the name
# Ends the correction: the signature stays as it is.
button-keep-name = Leave it as it is
button-read-again = Read it again
button-start = Back to the petition
# After a withdrawal, or after the conversation was cancelled.
button-restart = Begin again
button-withdraw = Take my signature back
button-withdraw-yes = Yes, take it back
button-withdraw-no = No, keep it
# Opens a field for the receipt of a signature that was made from another account.
button-receipt = Enter a receipt


## A bot with several petitions

chooser-heading = Choose a petition
chooser-intro = This bot has several petitions. You can read and sign each of them, one at a time.
# Where there is nothing left that the person can sign.
chooser-done = There is nothing left for you to sign here at the moment. You can read each petition again.
# Below a petition in the list; only the person who has signed sees it.
chooser-signed = You have signed this petition.
# Leads to the next petitions of the list.
button-more-petitions = More petitions
# Below the thanks.
others-line =
    { $count ->
        [one] One more petition here needs you.
       *[other] { $count } more petitions here need you.
    }
button-other-petitions = Choose another petition
withdraw-which = Which signature do you want to take back?
button-withdraw-all = Take all { $count } back
withdraw-all-ask =
    { $count ->
        [one] Do you want to take { $count } signature back? It is erased at once, and your name with it if you gave one.
       *[other] Do you want to take all { $count } signatures back? They are erased at once, and every name you gave with them.
    }
button-withdraw-all-yes = Yes, take all of them back
button-withdraw-all-no = No, keep them
# In place of bot-description.
bot-description-several = Choose one of several petitions, read it, then decide whether to sign, with your name or without it. Nothing is signed until you press “Sign”, and you can take each signature back at any time.


## The steps

preview-notice = This is a preview. Try everything you like: signatures made here do not count.
total-line =
    { $total ->
        [one] { $total } person has taken action so far.
       *[other] { $total } people have taken action so far.
    }
goal-line = The next goal is { $goal }.
# When the last goal is reached.
goal-passed = Our goal of { $goal } has been reached. Every further signature gives the letter more weight.
# Once the petition is closed: the total without a goal.
total-closed =
    { $total ->
        [one] In all, { $total } person took action.
       *[other] In all, { $total } people took action.
    }
# On the first screen, while an operator has paused signing.
paused-notice = Signing is paused for the moment. Please come back later: no signature has been lost.
# Below the total, where the petition is not open.
status-upcoming = The petition is not open for signing yet.
status-closed = The petition is closed.
status-delivered = The letter was handed over on { $day }.
# When signing closes. { $moment } is closes-moment-hour or closes-moment-day.
closes-line = You can sign until { $moment }.
# In the last three days. { $days } is 2 or 3.
closes-in =
    { $days ->
        [one] Closes in { $days } day: you can sign until { $moment }.
       *[other] Closes in { $days } days: you can sign until { $moment }.
    }
closes-tomorrow = Closes tomorrow: you can sign until { $moment }.
# { $time } is written 18:00. { $zone } is closes-zone, or the time zone's own name.
closes-today-hour = Closes today at { $time } ({ $zone }).
closes-today-day = Closes today: you can sign until the end of the day (UTC).
closes-moment-hour = { $day }, { $time } ({ $zone })
closes-moment-day = the end of { $day } (UTC)
# A time zone by its city, as in "Toronto time".
closes-zone = { $place } time
# On the first screen, while people can sign.
welcome-next =
    { $minutes ->
        [one] About { $minutes } minute. Nothing is signed until you press “Sign”.
       *[other] About { $minutes } minutes. Nothing is signed until you press “Sign”.
    }
# On the first screen, while people can't sign.
welcome-read = You can read the story, the demands and the letter here.
# In the letter, in the place of the signer's name.
letter-signature = [your name, if you give it]
# In the privacy notice of a preview without an organiser: stands for the organiser's name and
# addresses.
organiser-unset = [whoever runs this bot]
contact-unset = [their address]
privacy-url-unset = [the address of their privacy policy]
# In the privacy notice of a preview that does not say where the data are stored.
hosting-unset = [the country where the data are stored]
story-page = Story, { $page } of { $pages }

name-heading = With or without your name?
# The letter's address line follows.
name-recipient = Nothing is signed yet. The letter goes to:
name-choice = If you give a name, it will stand under the letter, where its readers can see it. If that could put you or people close to you at risk, sign without one.
name-offered = Your name on this platform is { $name }.
name-typed = You are about to sign as { $name }: is that how you want it?
# Below name-typed.
name-visible = It will stand under the letter, where its readers can see it.
# At the name step, after a word that is also a command (see typed-stop). Nothing has happened yet.
name-or-command = You wrote { $name }. Did you mean the command { $command }, or is this your name?
# For people who have signed and want to correct the name under the letter.
correct-heading = Correct the name
correct-choice = How should your name stand under the letter? Its readers can see it there. You can also sign without a name. Your signature stays as it is until you press a button that signs. The new choice then replaces the old one at once: it is still one signature, and your receipt stays the same.

# "Thank you": the heading after signing.
thanks-word = Thank you
thanks-recorded = Your signature is recorded.
thanks-receipt = Your receipt: { $receipt }
thanks-withdraw = If you change your mind, { $command } takes your signature back and erases it.


## Why a screen is shown: one line above it

why-resumed = Welcome back. Let’s continue where you left off.
why-stale = That button belongs to an earlier message, so nothing was changed. You are here now:
why-buttons = Please use the buttons below. { $command } shows what else you can do here.
why-changed = This text was changed after you read it, so here is the new version. Nothing has been signed yet.
# For people who have signed and are correcting the name.
why-changed-signed = This text has changed since you signed, so here is the new version. Your signature stays as it is until you sign with the new name.
why-language-gone = The petition is no longer available in the language you chose, so we’ll continue in { $language }.
why-not-open = The petition is not open for signing at the moment. Nothing has been signed.
why-paused = Signing is paused for the moment, and nothing has been signed. Please come back later.
why-closed = The petition has closed in the meantime. Nothing has been signed.
why-already-signed = You signed on { $day }. Once is enough.
why-display-name = Your name on this platform has changed. Please look again before you sign.
why-display-name-signed = Your name on this platform has changed. Nothing has been replaced yet: please look again.
why-kept = Your signature stays.
why-corrected = Your choice of name is corrected. It is still the same signature, with the same receipt.
# Somebody withdrew the signature by its receipt meanwhile.
why-correction-gone = Your signature was taken back in the meantime, so there is no name to correct. Nothing has been signed.
# The petition is paused or closed, or the letter was handed over.
why-correction-too-late = Names cannot be corrected now. Your signature stays as it is.


## Why a name is refused: say kindly what to change

name-empty = We can’t find a name in that. Please write one, or sign without a name.
name-no-letter = A name needs at least one letter or number. Please write it again, or sign without a name.
name-too-long =
    { $most ->
        [one] That is too long to fit under the letter. Please use at most { $most } character.
       *[other] That is too long to fit under the letter. Please use at most { $most } characters.
    }
name-control = That contains control characters, which cannot be printed. Please type the name rather than paste it.
name-invisible = That contains invisible characters, or characters that reverse the text’s direction. Please type the name rather than paste it.
name-unreadable = That contains characters that cannot be printed everywhere. Please use letters; any language is fine.
name-marks = That has more accents and marks on one letter than can be printed. Please write the name more simply.
name-address = Please write only a name: leave out links, addresses and @handles. If there is a full stop in the name, leave a space after it.


## Forms, and the questions that replace them

# Titles: at most 45 characters.
name-form-title = Your name
name-form-label = Name
name-form-hint = As it should stand under the letter
name-form-submit = Continue
# On platforms without forms: the next message is the name.
name-question = Please send the name as a message, as it should stand under the letter. Nothing is signed yet: you will see the name again first.
# The same for people who have signed and are correcting the name.
correct-question = Please send the name as a message, as it should stand under the letter. Your signature stays as it is: you will see the new name again first.
receipt-form-title = Take a signature back
receipt-form-label = Receipt
receipt-form-hint = The receipt you were given when you signed
receipt-form-submit = Take it back
# On platforms without forms: the next message is the receipt, and its signature is erased.
receipt-question = Please send the receipt as a message. The signature it belongs to is then erased at once.
receipt-unknown = There is no signature with this receipt. Please compare it with the one you were given, letter by letter. If the signature was taken back before, it is no longer here.


## Answers to the commands

share-intro = Thank you for passing this on. The text says nothing about you, and nothing about whether you have signed.
# The label of the platform's share button: at most 30 characters.
share-label = Share
# Replaces the petition's own text while people can't sign. The link follows.
share-reading = { $headline } – the story, the demands and the letter, to read here.
# Once there is an outcome.
share-outcome = { $headline } – what came of it, and the story, to read here.
language-ask = We are speaking { $language }. Which language would you like?

withdraw-ask = Do you want to take your signature back? It is erased at once, and your name with it if you gave one.
# Below withdraw-ask, until the letter has been handed over.
withdraw-handed-over = A letter that has already been handed over cannot be called back.
# Replaces it after that, and also follows a withdrawal.
withdraw-delivered = The letter was handed over on { $day }. If you had given a name by then, it may be in the letter and cannot be called back.
withdraw-nothing = There is no signature from this account, so there is nothing to take back.
withdraw-other-account = If you signed from another account, the receipt you were given there lets you take that signature back.
withdrawn-heading = Your signature has been taken back
withdrawn = It is erased, and so is your name if you gave one. Copies in backups remain for a while. Your receipt is no longer valid.
withdrawn-receipt = The signature with this receipt has been taken back. It is erased; copies in backups remain for a while.
withdrawn-again = Thank you for having stood with us. As long as the petition is open, you can come back and sign again.

cancelled-heading = What we kept of this conversation is erased
cancelled-unsigned = Nothing is signed. We keep only the language you chose.
cancelled-signed = Your signature stays. To take it back as well, use { $command }.
# After "No, thank you" on the consent’s screen: a warm goodbye, without reproach.
declined-heading = Thank you for reading
declined = Nothing is signed, and what we kept of this conversation is erased, except the language you chose.
declined-again = If you change your mind, you are welcome here.
# The next two follow the end of a conversation: where the messages stay in the chat, and where the chat is on a page that clears them.
messages-remain = The messages are still in this chat: delete them if others may look.
messages-cleared = The messages are gone from this page.

# For people who have not asked for updates.
stop-updates = You have not asked for updates, so we keep no way to write to you. There is nothing to stop.
stop-instead = To take your signature back, use { $withdraw }. To erase what we keep of this conversation, use { $cancel }.

help-heading = What you can do here
help-intro = You can use these commands at any time, and you will not lose your place.
# One line of the list of commands.
help-line = { $command } – { $what }
help-organiser = { $organiser } runs this bot. You can reach them at { $contact }.
help-privacy = Their privacy policy: { $url }

mydata-heading = What is kept about you
mydata-signed = You signed on { $day }, in { $language }.
# Whether the signature counts. It does not count while the organiser checks it together with others.
mydata-counted = Your signature counts.
mydata-set-aside = Your signature is being looked at together with others, and does not count while that lasts. There is nothing you need to do.
mydata-unsigned = There is no signature from this account.
# Also for people who have signed and try to sign again. The command withdraws the signature.
mydata-unreadable = Your signature stands, but this version of the bot cannot read its record. { $command } takes the signature back and erases it.
mydata-held = Kept with your signature: the day, the language, the platform, the link or card that brought you here if it was one of ours, and roughly how old your account is. Your account appears only as a code, not by name or number.
mydata-name = If you gave a name, it is encrypted. After an hour at most, this bot can no longer read it, so it is not shown here.
# Above the button "Correct the name".
mydata-correct = If the name is misspelt, you can correct it below.
# Replaces it after the names were erased.
mydata-erased = The names were erased on { $day }: if you gave one, it is no longer kept here.
# The command withdraws the signature.
mydata-withdraw = { $command } takes your signature back and erases it.
mydata-receipt = Your receipt: { $receipt }
# The consent's text follows.
mydata-consent = This is what you agreed to:
mydata-texts = The texts you were shown when you signed, each with the start of its fingerprint (SHA-256), so that any later change would show:
# One line of that list: a text's name, the language in which it was shown, the beginning of its fingerprint.
mydata-text = { $text } ({ $language }): { $version }
mydata-conversation = For this conversation we keep, encrypted and until about a month after your last visit: your language, your place in this conversation, the link or card that brought you here if it was one of ours, and a name you have not signed with yet. { $command } erases all of it at once, except the language.
mydata-platform = The platform that carries this chat can see it. We cannot control what it keeps. If that worries you, delete the chat here and on your other devices.
# Names of the texts: headings above them, and entries in the list of what was signed.
text-demands = The demands
text-letter = The letter
text-notice = Before you sign
text-privacy = The privacy notice
text-consent = Your consent


## When something went wrong on our side

unconfirmed = We could not confirm that this was saved. Please try again in a moment.
unconfirmed-once = You can repeat it without worry: nothing is recorded twice.
apology = Something went wrong on our side, and we are sorry. Please try again with { $command }.
# The database went back to an earlier state. The commands show what is held, sign, and take a signature back.
lost = Our database has lost some of its latest changes, and what we last told you may no longer be true. A signature that we confirmed may be missing. One that we erased may be back. We are sorry.
lost-check = Please look at { $mydata }: it shows what is kept about you now. If that is not what you decided, please sign again with { $sign }, or take your signature back again with { $withdraw }. Nothing is recorded twice.


## The campaign page

page-skip = Skip to the petition
# The name below an icon on a telephone. People around may see it, so it does not name the case.
page-short-name = Petition
page-languages = Language
# The next two are below or beside any number, so they have no plural form.
page-total-label = people have taken action
# Below page-total-label. The number is 10 or more, so there is no plural form.
page-total-week = { $count } of them in the last seven days
page-goal-label = Next goal
# { $goals } is a list of numbers: 1,000 and 2,500.
page-goals-reached = Already reached: { $goals }
page-total-unknown = The total cannot be read at the moment.
page-offset =
    { $count ->
        [one] One action counted elsewhere is included (source: { $source }, { $day }).
       *[other] { $count } actions counted elsewhere are included (source: { $source }, { $day }).
    }
page-offsets =
    { $count ->
        [one] One action counted elsewhere is included:
       *[other] { $count } actions counted elsewhere are included:
    }
# One of these counts, on the page and for staff.
offset-entry = { $source }, { $day }: { $count }
page-preview = This is a preview. Signatures made here stay on this computer and do not count.
page-noscript = The chat on this page and the live total need JavaScript. Everything else on this page can be read without it.
page-join-heading = Add your name, or sign without one
# The link to the chat on this page.
page-join-chat = Read and sign here
# Replaces the heading while people can't sign.
page-join-heading-reading = Read it in a chat
page-join-chat-reading = Read here
page-join-none = There is no place to sign at the moment.
# The main button. The next one replaces it while people can’t sign.
page-sign-on = Sign on { $platform }
page-read-on = Read it on { $platform }
# Below the button, after telegram-invitation or discord-invitation.
page-takes =
    { $minutes ->
        [one] It takes about { $minutes } minute, with your name or without it.
       *[other] It takes about { $minutes } minutes, with your name or without it.
    }
# Beside a QR code, on large screens only.
page-scan = At a computer? Scan this code with your phone.
page-scan-label = QR code of the link to { $platform }
# Leads to the other platforms: Also on Discord and Slack.
page-also = Also on { $platforms }
page-share-heading = Pass it on
# Above the text that people can pass on.
page-share-intro = This is what you send. It says nothing about you, and nothing about whether you have signed.
# Opens the device’s own window for sharing.
page-share-device = Share
page-share-email = E-mail
page-story-heading = The story
page-demands-heading = The demands
page-letter-heading = The letter
page-privacy-heading = Privacy notice
page-source = These facts were reported by { $organisation }:
page-organiser-heading = Who runs this petition
page-organiser = { $organiser } runs this petition and answers for it.
page-contact = Contact
page-privacy-policy = Privacy policy of { $organiser }
page-error-heading = This page cannot be shown
page-error-not-found = There is nothing at this address.
page-error-refused = The request could not be understood.
page-error-too-many = There were many requests from your network. Please wait a minute, then try again.
page-error-unavailable = Something is out of order for the moment. Please try again in a minute.
page-error-home = To the petition

## The public log of the total: the page /log

# The link to it on the campaign page.
log-link = How this number changed, day by day
log-heading = The public log of this number
log-intro = Each line covers one day or several: how many people signed, how many withdrew, and the total. The lines are linked together and digitally signed, so that anyone can check that none was changed later.
log-empty = There is no line yet. The first one will appear here after at least ten people have signed.
# For people who do not see the picture.
log-chart = The total from { $from } to { $until }, as a curve. At the end: { $total }.
log-lines-heading = Day by day
log-waiting = From { $day } on there is no line yet. A day with a number from one to nine shares a line with the days after it, so that nobody can see what a single person did.
log-older = Older lines
# The columns of the table.
log-day = Days (UTC)
log-signed = Signed
log-withdrawn = Withdrawn
log-set-aside = Set aside
log-released = Counted again
log-offset = Counted elsewhere
log-total = Total
log-days = { $from } to { $until }
# change: a number with its sign. reason: in the words of the people who run this.
log-correction = Correction ({ $change }): { $reason }
log-proof-heading = What this proves
log-proof-lines = No line was changed, removed or put in later. Anyone who has kept the signed head can check that the log still begins with the same lines.
log-proof-sums = Each total follows from the line before it, and the number on the petition’s page follows from the log.
log-limits-heading = What it does not prove
log-limits-accounts = That each account belongs to a different person. One account counts once, but a person can have several.
log-limits-elsewhere = What others counted. The log only shows which of their figures were added.
log-limits-people = Who signed. No line is about one person, and nobody can use the log to prove or to find out that somebody signed.
log-check-heading = Check it yourself
log-check = The program that runs this petition is public. Its command verify checks this log when you give it the address of this page. Keep a copy of the entries: the next check compares the log with it.
log-checkpoint = The signed head
log-entries = All entries, with the head and the number
log-key = The public key of the log. Compare it with the one that the organiser has published elsewhere.

## For other sites, and for a hall: the badge, the frame and the page /screen

# One short sentence each, on a small picture.
site-paused = Signing is paused for the moment.
# When the last goal is reached. At most 40 characters.
site-goal-reached = Goal of { $goal } reached
# The label of the button in a frame while people can’t sign; else it is button-begin.
site-read = Read the petition
# In place of the number, in the largest letters: few words. page-total-label stands below it. { $count } is 10.
screen-few = Fewer than { $count }
# Small, below the number of the screen in a hall: 785 is shown as 780.
screen-rounded = Rounded down to the nearest ten
# Above the QR code. The second replaces the first while people can’t sign.
screen-scan = Scan to read and sign
screen-scan-reading = Scan to read

## The preview chat on the campaign page

chat-heading = Read and sign
chat-intro = A short conversation leads through the story, the letter and the consent. You can stop at any time.
# Replaces the heading while people can't sign.
chat-heading-reading = Read the petition
# The name of the message list, for screen readers.
chat-log = Conversation
# For screen readers, before the person's own choice.
chat-you = You chose:
chat-working = One moment…
chat-menu = Other things you can do
chat-form-close = Close
chat-form-empty = Please write something first.
chat-copy = Copy
chat-copy-text = Copy text and link
chat-copied = Copied.
chat-copy-failed = This could not be copied. Please select it and copy it yourself.
chat-shared = Passed on. Thank you.
chat-retry = Try again
chat-offline = You seem to be offline. Your choice is kept here and sent when you are connected again.
chat-too-many = That was very fast. Please wait a moment, then try again.
chat-outdated = This page is out of date. Please reload it.
# { $address }: the petition's web address, or localhost.
chat-elsewhere = The chat can be used only at { $address }. Please open the page there. If you run this petition yourself, PUBLIC_URL in its settings allows another address.


## Cards and servers: messages that everybody in a channel can read, and the platform's own menu

# Menu lines: at most 100 characters each. The next one is the main entry, above the other commands.
command-petition = Read a petition in private, and sign it while it is open
option-receipt = The receipt of a signature that was made from another account
# The option of a command, where the bot has several petitions.
option-petition = Which petition
option-card-language = The language of the card
command-card = Post a card about the petition in this channel, for everybody to see
command-milestones = Posts that say how many people have signed through this server
command-milestones-on = Post in this channel when many more people have signed through this server
command-milestones-off = No more such posts in this server
option-milestones-language = The language of the posts
# A card is a message about the petition that everybody in a channel can see.
card-refused = You are not allowed to write in this channel, so no card was posted.
# On a card, above the button that opens the conversation for the person who presses it.
card-only-you = What opens is shown to you alone. Nobody here sees what you do there.
card-failed = The total cannot be read at the moment, so no card was posted. Please try again in a minute.
# The number is always a multiple of ten: ten, twenty …
server-total =
    { $count ->
        [one] At least { $count } signature came through this server.
       *[other] At least { $count } signatures came through this server.
    }
# Discord writes { $moment } itself, in the reader's language: "in 25 seconds", "in 3 hours".
card-too-soon = Not so many cards at once, please. You can post the next one { $moment }.
# Small, on a card. Discord writes { $moment } itself, in the reader's language: "5 minutes ago".
card-as-of = Last updated { $moment }.
# Small, on a card that can't be changed any more.
card-last = Last updated { $moment }. This card is not updated any more.
# Replaces a card when somebody has posted another in the same channel.
card-moved = There is a newer card in this channel. This one is not updated any more.
# Below the line before: opens the newer card. At most 30 characters.
button-newer-card = To the newer card
# Below a text to pass on, in a server.
share-card = To post a card here that everybody in the channel can see, use { $command }.
# A post in a channel. The number is always a multiple of ten: 50, 250 … It must never be about a single person.
server-milestone =
    { $count ->
        [one] { $count } person has signed through this server.
       *[other] { $count } people have signed through this server.
    }
# The answers to a member who switches these posts on or off.
milestones-on = The bot will post here how many people have signed through this server: round numbers only, from ten on, and never who signed. { $command } ends that.
milestones-off = The bot makes no such posts in this server any more.
milestones-refused = Only members who may manage this server can change this.
# The words in quotation marks are Discord's names for permissions, as its interface in your language writes them.
milestones-muted = The bot may not write in this channel, so nothing was changed. Give it the permissions “View Channel” and “Send Messages” here, in a thread “Send Messages in Threads”. Then try again.
# On the campaign page, below “Sign on Discord”.
discord-invitation = In a server that has this app, type { $command }. Anywhere else, add the app to your account first. Other people there do not see the conversation.


## Telegram: the bot's own page, its cards in groups, and clearing the chat

# Below the headline, before a person begins. At most 250 characters.
bot-description = Read the story, the demands and the letter, then decide whether to sign, with your name or without it. Nothing is signed until you press “Sign”, and you can take your signature back at any time.
# Replaces it while people can't sign. At most 250 characters.
bot-description-reading = Here you can read the story, the demands and the letter. If you have signed, you can take your signature back at any time.
# On a card that everybody in a group can see, above the button that opens the private chat.
card-private = The petition opens in a private chat. Nobody here sees what you do there.
# On the campaign page, below “Sign on Telegram”.
telegram-invitation = Opens a private chat on Telegram.
# On Telegram, below the receipt: copies it, so that people can keep it.
button-copy-receipt = Copy the receipt
# Deletes the bot's messages in this chat, for people whose phone may be searched. It keeps the signature.
button-clear-chat = Clear this chat
# In a small window, at most 190 characters.
chat-cleared = The messages of the last two days are deleted. Your signature is not affected. To remove the rest, delete this chat, here and on your other devices.
# In a small window, at most 190 characters.
chat-not-cleared = The messages could not be deleted. Please try again, or delete this chat, here and on your other devices.


## The letter on paper, when it is handed over

# In the letter, in the place of the signer's name.
export-signed =
    { $count ->
        [one] Signed by one person
       *[other] Signed by { $count } people
    }
# Heading above the list of names.
export-names = Names
# Below the line before, on the letter itself. The number is never 0.
export-anonymous =
    { $count ->
        [one] One person signed without a name.
       *[other] { $count } people signed without a name.
    }
export-as-of = Signatures as of { $day }
# The heading of the cover's figure.
export-total =
    { $count ->
        [one] One signature
       *[other] { $count } signatures
    }
export-organiser = Organiser: { $organiser }
export-contact = Contact: { $contact }
# Heading of a table on the cover, and a line below it. Each language of the letter, and each former wording, is one row.
export-letters = The letters that people signed
export-letters-why = Each name stands under the words that the person was shown.
# The table's columns: the letter's language, its words, the number of signatures, and how many names are listed.
export-language = Language
export-words = Words
export-signatures = Signatures
# In the column of the words, and at the head of each letter. Then come the code of the words and their first day.
export-words-current = Current words
export-words-former = Former words
export-words-since = { $code }, first shown on { $day }
# The cover's line on signatures without a printed name; the reasons stand below it. The number is never 0.
export-unnamed =
    { $count ->
        [one] One signature stands without a name:
       *[other] { $count } signatures stand without a name:
    }
# One of these reasons. $reason is in the organiser's own words.
export-omitted =
    { $count ->
        [one] One name was left out: { $reason }
       *[other] { $count } names were left out: { $reason }
    }
# On the cover, if letters in former words were left out of this document.
export-former-elsewhere =
    { $count ->
        [one] One more signature stands under former words, which are not in this document.
       *[other] { $count } more signatures stand under former words, which are not in this document.
    }
# On the cover, if the words that people signed are lost.
export-words-lost =
    { $count ->
        [one] One more signature stands under words that were not kept. It is not in this document.
       *[other] { $count } more signatures stand under words that were not kept. They are not in this document.
    }


## Updates: an occasional message for people who asked for it after signing

# On the thanks screen.
button-updates = Tell me how it goes
# Below the text that says what we keep for updates and who can read it.
button-updates-no = No, thank you
button-updates-yes = Yes, write to me here
# Below every update.
button-updates-open = To the petition
button-updates-stop = No more updates
updates-changed = This was changed after you read it, so here is the new version. Nothing has been kept yet.
updates-on = Thank you. We will write to you here when there is news. { $command } ends that at once, at any time.
updates-already = You have already asked for this: we write to you here when there is news. { $command } ends that at once.
updates-off = You get no more updates. What was kept to reach you is erased; copies in backups remain for a while.
# The last line of every update.
updates-reason = You get this because you asked for updates. { $command } ends them at once.
# The next four are for a preview, where people can try out the updates. This one is above the text that says what is kept.
updates-trial = This is a preview, so you can try this out: nothing is kept for it, and nothing is sent.
# After the press on "Yes, write to me here". The example follows.
updates-tried = In a real campaign, we would write to you here from now on when there is news, and { $command } would end that at once. This preview keeps nothing for it and sends nothing. This is how an update would read:
updates-example = An example, not real news: “Today the letter was handed over. Thank you for standing with us.”
# After "No more updates", or the command.
updates-trial-off = In a real campaign, this would end your updates, and what was kept to reach you would be erased. This preview has kept nothing for it and sends no updates.
# After a withdrawal by a person who got updates.
withdrawn-updates = You get no more updates either: what was kept to reach you is erased as well.
mydata-updates-on = You get updates. For them, a way to reach this account is kept, encrypted, with your language and your consent. { $command } erases it at once.
# The text follows, if we still have it.
mydata-updates-agreed = You asked for them on { $day }, after reading a text in { $language } whose fingerprint begins with { $version }.
mydata-updates-off = You have not asked for updates, so no way to write to you is kept.


## Slack: cards, the Home tab, and the answer to staff commands in other channels

# A card is a message about the petition that everybody in the channel can see. At most 30 characters.
button-post-card = Post a card in this channel
# In the app's Home tab, above the button that begins. “Messages” is the name of Slack's other tab.
home-private = The conversation opens as a private message from this app, under Messages. Other members do not see what you do there. The workspace’s administrators may be able to.
# On the campaign page.
slack-invitation = If your workspace has this app, type { $command } there. Other members do not see what you do. The workspace’s administrators may be able to.
home-no-total = The total cannot be read at the moment.
# The same in every channel, so that it tells nobody which channels are the staff's.
staff-not-here = Sorry, that cannot be done here.
staff-unconfirmed = The database cannot be reached at the moment, so this may or may not have been done. Please look again in a minute. If it was not done, try once more.
staff-unread = The database cannot be reached at the moment. Please try again in a minute.
# Where the check of a staff channel fails because of Slack.
staff-unchecked = Slack could not be asked just now whether this channel is private. Nothing was changed. Please try again in a minute.
# In a Telegram group.
staff-only-admins = Only the administrators of this group can use the staff commands.
staff-unchecked-admin = Telegram could not be asked just now whether you are an administrator of this group. Nothing was changed. Please try again in a minute.
# Above a message for everybody in the channel. The code is one of those in Slack's README.
staff-unposted = Slack did not let this be posted in the channel ({ $code }), so only you see it. Please tell the others.
staff-unposted-picture = The picture could not be posted in the channel ({ $code }). The numbers there are complete without it.
staff-unposted-part = A part of this message could not be posted in the channel ({ $code }).
staff-unposted-unsure = Slack did not confirm that this was posted in the channel ({ $code }). Please check whether it is there.
form-unopened = Slack did not open the form. Please press the button once more.


## Staff: what the people who run the petition read, in their rooms and on the command line

staff-help-heading = What staff can do here
# One line of the list: a command as staff type it, and one of the explanations below.
staff-help-line = { $command }: { $what }
staff-help-total = the total, the pace, and the next goal
staff-help-report = where signatures come from, with a picture
staff-help-chart = only the picture
staff-help-milestones = announce here when a goal is reached
staff-help-digest = the daily report, at this hour of this time zone
staff-help-digest-weekly = the weekly report, on Mondays at this hour of this time zone
staff-help-quarantine = take signatures out of the total, by source or by days (2027-01-15, 2027-01-15..2027-01-20 or 2027-01-15..); nothing is deleted. With --hold also new ones of the same kind
staff-help-quarantine-facts = the same by several facts: name those that matter, and signatures that have all of them are taken out. AGE, the age of the account, is under-7-days, 7-to-30-days, older or unknown
staff-help-list = all quarantines: what, who, when and why
staff-help-release = put the signatures of a quarantine back
staff-help-pause = stop signing on every platform
staff-help-resume = open signing again
staff-help-help = this list
# The command makes no sense: say what is wrong. The list of commands follows.
staff-problem-command = There is no such command. Nothing was changed.
staff-problem-extra = This command takes fewer words. Nothing was changed.
# In a room for the staff of several petitions.
staff-problem-petition = Say which petition you mean: add --petition and its name ({ $names }). Nothing was changed.
staff-problem-period = A report is of today, 7d, 30d or all.
staff-problem-switch = Write on or off. Nothing was changed.
staff-problem-digest = Write on, weekly or off. Nothing was changed.
staff-problem-hour = Write the hour as 09:00 (from 00:00 to 23:59) and a time zone by its name, such as Africa/Casablanca. Nothing was changed.
staff-problem-selection = Name one source by its code (- for signatures without one), days (2027-01-15, 2027-01-15..2027-01-20 or 2027-01-15.., the earlier day first), or any of --source, --days, --platform, --language and --age (under-7-days, 7-to-30-days, older or unknown) together, each once. Nothing was changed.
staff-problem-reason = Say why, for those who look later: --reason "…", with at most { $most } characters. Nothing was changed.
staff-problem-hold = --hold is for new signatures: the days must not end before today. Nothing was changed.
staff-problem-number = Name the quarantine by its number in the list. Nothing was changed.
staff-total-heading = The total: { $total }
# A time where the reader's own time zone is not known. It is put into other messages: “since 14:05 UTC”.
staff-utc = { $time } UTC
staff-as-of = As of { $time }.
staff-total-made = Counted elsewhere: { $offset }. Collected here: { $collected }.
staff-total-log = The public log of the total: { $address }
staff-total-today = Signed today, since { $from }: { $count }.
staff-total-yesterday = Signed yesterday until { $from }: { $before }; until { $until }: { $after }.
# difference: +12, or +12 (+20 %).
staff-total-week = Compared with the same weekday last week at this time: { $difference } (about { $before } then).
staff-total-hour = This hour, since { $time }: { $count }.
staff-total-day = Growth of the total in the last 24 hours: { $count }.
staff-goal = The next goal is { $goal }: { $missing } to go.
staff-goal-none = The last goal, { $goal }, has been reached.
# hours: from 1 to 48, so no plural form is needed.
staff-goal-hours = At the pace of the last 24 hours, it will be reached in about { $hours } h.
staff-goal-day = At the pace of the last 24 hours, it will be reached around { $day }.
staff-goal-unsure = Too few signatures in the last 24 hours to say when it will be reached.
# hours: from 1 to 48, so no plural form is needed.
staff-goal-week-hours = At the pace of the last 7 days, it will be reached in about { $hours } h.
staff-goal-week-day = At the pace of the last 7 days, it will be reached around { $day }.
staff-goal-week-unsure = Too few signatures in the last 7 days to say when it will be reached.
staff-is-paused = Signing is paused.
staff-is-closed = The petition is closed.
# Within 30 days of the last day for the names.
staff-last-day = On { $day } all names are erased, and nobody can sign from that day on.
# Names of tables' columns and rows: as short as possible.
staff-column-count = Signatures
staff-column-channel = Platform
staff-column-locale = Language
staff-column-source = Source
staff-column-age = Age of the account
staff-column-status = Status
staff-column-moved = What happened
staff-row-sum = Total
staff-row-rest = Others
staff-row-no-source = no code
# The name of the page’s own preview chat, where others are Telegram or Slack.
staff-row-preview-chat = Preview chat
staff-age-new = under 7 days
staff-age-young = 7 to 30 days
staff-age-older = older
staff-age-unknown = not known
staff-status-counted = counted
staff-status-set-aside = set aside
staff-moved-signed = signed
staff-moved-left = taken back
staff-moved-set-aside = set aside
staff-moved-released = put back
staff-report-today = Report: today, { $day } (UTC)
staff-report-days = Report: { $from } to { $until } (UTC)
staff-report-all = Report: all signatures
staff-report-moment = All numbers are of one moment, { $time }. The total is { $total }.
staff-report-signed = Signatures made in this period:
staff-report-counted = The signatures that count:
staff-report-too-few = There are fewer than { $least }: too few to show where they come from.
staff-report-small-counts = Numbers under { $least } are shown together as “Others”, with the next larger one where needed, so that no single person can be found in them.
staff-chart-hours = Signatures per hour, { $day } (UTC)
staff-chart-days = Signatures per day (UTC)
staff-chart-weeks = Signatures per week, each by its first day (UTC)
staff-chart-months = Signatures per month (UTC)
staff-chart-total = Total
staff-chart-total-from = Total (axis starts at { $start })
staff-chart-new = New
staff-chart-left = Taken back
staff-chart-left-some = Taken back (small counts not shown)
staff-chart-goal = Goal { $goal }
staff-chart-goal-above = Goal { $goal } (above this axis)
staff-chart-goal-reached = Goal { $goal } (reached)
staff-chart-rest = Not shown apart
staff-chart-running = Last bar: still in progress
staff-chart-most = The highest number: { $count } ({ $when }).
staff-chart-running-when = The last bar ({ $when }) is still in progress.
staff-chart-growth = The total grew from { $from } to { $until }; the goal is { $goal }.
staff-chart-failed = The picture could not be drawn. The numbers here are complete without it.
staff-milestones-on = From now on goals are announced here. The next is { $goal }.
staff-milestones-none = From now on goals are announced here, but all of them have been reached: add further ones to the petition’s settings.
staff-milestones-off = Goals are no longer announced here.
staff-milestone-heading = { $goal } reached
staff-milestone = The total is now { $total }. Thank you to everybody who carries this petition.
staff-digest-on = The daily report comes here from now on; the next one on { $next } ({ $zone }).
staff-digest-weekly-on = The weekly report comes here from now on; the next one on { $next } ({ $zone }).
staff-digest-off = Neither the daily nor the weekly report comes here any more.
staff-digest-heading = Daily report, { $moment } ({ $zone })
staff-digest-weekly-heading = Weekly report, { $moment } ({ $zone })
staff-digest-pace = Signed in the last 7 days: { $count }. Compared with the 7 days before: { $difference }.
staff-digest-best = Best day: { $day } ({ $count }).
# What a quarantine selects: used in a list, and in the sentences below.
staff-what-source = source { $source }
staff-what-platform = platform { $platform }
# language: a tag such as en. age: one of the ages above.
staff-what-language = language { $language }
staff-what-age = account age: { $age }
staff-what-days = { $from } to { $until } (UTC)
staff-what-since = since { $from } (UTC)
staff-what-until = until { $until } (UTC)
# what: any of these, with points between them.
staff-what-hold = { $what }, new ones too
staff-quarantine-heading = Set aside { $what }?
# count, here and in the next: rounded down to tens.
staff-quarantine-count = Signatures that would leave the total: at least { $count }.
staff-quarantine-already = Already set aside, and held by this as well: at least { $count }.
staff-quarantine-hold = New ones of this kind are set aside as they come, until this is released.
staff-quarantine-kept = Nothing is deleted: all can be put back, and people can still take theirs back. What was set aside, when, why, and a code for the member of staff are kept.
staff-reason = Why: { $reason }
# least: always ten.
staff-quarantine-few = Fewer than { $least } signatures would leave the total by this. So few are never set aside: the total would show whether one particular person has signed. Select more. Nothing was changed.
staff-quarantine-near = This selection and that of quarantine { $number } differ by fewer than { $least } signatures: together they would show whether one particular person has signed. Repeat exactly what that quarantine selects, or select something that differs more. Nothing was changed.
staff-quarantine-unknown = The petition’s settings name no such source, and fewer than { $least } signatures from it would leave the total. Nothing was changed.
staff-quarantine-done = Quarantine { $number } is in force. Signatures that left the total: { $count }.
staff-release-heading = Put back quarantine { $number }, { $what }?
staff-release-count = Signatures that would count again: { $count }.
staff-release-staying = Also held by another quarantine, and staying out: { $count }.
staff-release-unknown = There is no quarantine { $number }. Nothing was changed.
staff-release-already = Quarantine { $number } has been released before. Nothing was changed.
staff-release-done = Quarantine { $number } is released. Signatures that count again: { $count }.
staff-list-heading = Quarantines
staff-list-none = Nothing has ever been set aside.
staff-list-older = Older ones, not shown here: { $count }.
staff-list-entry = Quarantine { $number }: { $what }
staff-list-held = Held now: { $count }.
# who: the beginning of a keyed code, never a name.
staff-list-set = Set aside { $moment } by staff code { $who }.
staff-list-released = Released { $moment } by staff code { $who }.
staff-pause-heading = Pause signing on every platform?
staff-pause-ask = People who come to sign are told that signing is paused. Reading, withdrawing and everything else go on.
staff-paused = Signing is paused on every platform.
staff-paused-already = Signing is paused already.
staff-resume-heading = Open signing again on every platform?
staff-resume-ask = People can then sign again.
staff-resumed = Signing is open again on every platform.
staff-resumed-already = Signing is not paused.
staff-pausing-since = Since { $moment }, by staff code { $who }.
staff-done-by = Recorded under staff code { $who }: it stands for one member of staff and names nobody.
staff-closed = The petition has been closed since { $day }: nobody can sign.
# Labels of buttons: at most 30 characters.
staff-button-set-aside = Set aside
staff-button-release = Put back
staff-button-pause = Pause signing
staff-button-resume = Open signing again
staff-button-cancel = Do nothing
# Below the total. At most 20 characters each.
staff-button-refresh = Refresh
staff-button-week = 7 days
staff-button-month = 30 days
staff-button-chart = Chart
# minutes: always ten.
staff-confirm-within = Nothing has been changed yet. Confirm within { $minutes } minutes.
staff-confirm-unknown = There is nothing to confirm here: it was done before, it is too late, or somebody else asked for it. Nothing was changed by this.
staff-confirm-changed = Meanwhile signatures came or went, so nothing was done. This is how it is now. If they come and go too fast, use --hold, or pause signing first.
staff-alert-heading = Attention
staff-alert-over = All is well again
staff-alert-drift = The daily recount does not agree with the tally. Places that differ: { $count }. Somebody must have changed the database by hand, or an older version restored a backup: run reconcile on the command line, and find out which of the two it was before anything else.
staff-alert-drift-over = The recount agrees with the tally again.
staff-alert-names = The daily recount found names that nobody can read: the key that they are sealed under is missing from the database. Signatures concerned: { $count }. They still count. Run reconcile on the command line, and keep every backup: one may hold the key.
staff-alert-names-over = No name is without its key any more.
staff-alert-log = The public log of the total does not agree with the signatures. Difference: { $count }. This does not correct itself: run reconcile on the command line, find out why, then add a line that says so.
staff-alert-log-over = The public log of the total agrees with the signatures again.
staff-alert-log-stopped = Nothing is added to the public log of the total any more: its lines are not the ones that were signed, or some are missing. Run reconcile on the command line before anything else.
staff-alert-log-stopped-over = Lines are added to the public log of the total again.
staff-alert-last-day = On { $day } all names are erased, even if the letter has not been handed over, and nobody can sign from that day on. The privacy notice promises it. Hand the letter over before that day, and record it with close --delivered on the command line.
staff-last-day-heading = The last day for the names
staff-last-day-moved = The warning no longer stands: a delivery was recorded, or the settings name another day.
staff-last-day-over = The names were erased on { $day }, as the privacy notice promises. The count stays, and people can still withdraw. Now destroy the backups that still hold names.
staff-alert-store = The database has been away since { $time }. Nobody can sign meanwhile; people are told to try again.
staff-alert-store-over = The database has been back since { $time }.
staff-alert-lost = The database no longer has what people were told it had recorded. People who have noticed so far: { $count }. It must have fallen back to an earlier state, such as a standby that was behind. Each of them is asked to look, and to sign or withdraw once more. Others may not know yet: tell people where they will read it.
staff-alert-lost-over = Nobody has come upon a lost change for an hour.
# platform: its name, such as Telegram.
staff-alert-platform = { $platform } has been out of reach since { $time }. Nobody can sign there meanwhile.
staff-alert-platform-over = { $platform } has been back since { $time }.
# A command follows, on its own line.
staff-alert-source = More than { $count } signatures an hour come from one source: { $source }. If you did not expect that, look at the report, and set them aside until you know more:
staff-alert-source-over = The source { $source } is back to an ordinary number of signatures.
staff-alert-source-day = More than { $count } signatures within 24 hours come from one source: { $source }. If you did not expect that, look at the report, and set them aside until you know more:
staff-alert-source-day-over = The source { $source } is back to an ordinary number of signatures within 24 hours.
# A list follows, with a line for each platform, source, language or age of accounts.
staff-alert-wave = Far more people than usual are signing:
staff-alert-wave-advice = An article or a newsletter may be behind it, or a script. If nobody can explain it, look at the report: quarantine sets signatures aside until you know more, and release puts them back.
# A list of those that are meant follows.
staff-alert-wave-over = The number of signatures is ordinary again:
# column, value: Platform: Telegram.
staff-wave-name = { $column }: { $value }
# name: the message above. usual: a number, or the message staff-wave-few.
staff-wave-hour = { $name } – within an hour { $count }, usual at this time of day: { $usual }
staff-wave-day = { $name } – today (UTC) { $count }, usual for a whole day: { $usual }
staff-wave-few = fewer than { $count }
# count: 30 or more.
staff-alert-stop = Nobody has signed since { $time }. Yesterday, in the hour after that time, the number of signatures was { $count }. Try to sign yourself, and look at /readyz and the server’s own log.
staff-alert-stop-over = People are signing again.
staff-alert-stop-ended = Nobody can sign now, so the warning that nobody signs no longer stands.
staff-alert-leaving = Signatures taken back within an hour: { $count }. Find out why: people may be under pressure, a rumour may be going round, or a text may contain a mistake.
staff-alert-leaving-over = The number of signatures taken back is ordinary again.
