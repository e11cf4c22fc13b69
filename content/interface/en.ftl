
## The campaign page

page-skip = Skip to the petition
page-languages = Language
# The next two stand below or beside a number, whatever the number is: no plural form.
page-total-label = people have taken action
page-goal-label = Next goal
page-total-unknown = The total cannot be read at the moment.
page-offset =
    { $count ->
        [one] One action counted elsewhere is included (source: { $source }, { $day }).
       *[other] { $count } actions counted elsewhere are included (source: { $source }, { $day }).
    }
page-preview = This is a preview. Signatures made here stay on this computer and do not count.
page-noscript = The conversation below and the live total need JavaScript. Everything else on this page can be read without it.
page-join-heading = Add your name, or sign without one
# On the link that leads to the conversation on this page.
page-join-chat = Read and sign here
page-join-none = There is no place to sign at the moment.
page-story-heading = The story
page-demands-heading = What is demanded
page-letter-heading = The letter
# Stands in the letter where the signer's name goes.
page-letter-signature = your name, or no name
page-privacy-heading = Privacy notice
page-source-heading = Where the facts come from
page-source = The facts told here were reported by { $organisation }:
page-organiser-heading = Who runs this petition
page-organiser = { $organiser } runs this petition and answers for it.
page-contact = Contact
page-error-heading = This page cannot be shown
page-error-not-found = There is nothing at this address.
page-error-refused = The request could not be understood.
page-error-too-many = There were many requests from your network. Please wait a minute, then try again.
page-error-unavailable = Something is out of order for the moment. Please try again in a minute.
page-error-home = To the petition

## The preview chat on the campaign page

chat-heading = Read and sign
chat-intro = A short conversation leads through the story, the demands and the letter. You can stop at any time, and nothing is signed until you say so.
chat-begin = Begin
chat-continue = Continue
# Names the list of messages for screen readers.
chat-log = Conversation
# Says for screen readers that the next words are the person's own choice.
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
chat-unanswered = No answer came. It is not certain whether your choice was saved. Please try again: nobody is counted twice.
chat-too-many = That was very fast. Please wait a moment, then try again.
chat-outdated = This page is out of date. Please reload it.
