# The interface in Arabic. What each message is for, and the rules for translators, stand in en.ftl.
# Register: Modern Standard Arabic; people are addressed in the plural, which is polite and fits any gender; buttons are
# verbal nouns. Arabic punctuation (، ؛ ؟). All six plural forms: 0, 1, 2, 3–10, 11–99, and the hundreds.

language-name = العربية
# ltr or rtl
direction = rtl


## The menu of commands

command-sign = قراءة العريضة والتوقيع عليها
command-total = عدد من شاركوا حتى الآن
command-share = نص يمكنكم نشره
command-language = تغيير اللغة
command-privacy = من يحفظ بيانات عنكم، وما هي، ولماذا
command-mydata = ما هو محفوظ عنكم، مع إيصالكم
command-withdraw = سحب توقيعكم ومحوه
command-stop = إيقاف التحديثات
command-cancel = محو ما نحفظه من هذه المحادثة
command-help = ما يمكنكم فعله هنا


## Buttons: at most 30 characters

button-begin = القراءة والتوقيع
button-continue = متابعة
button-back = رجوع
button-story = قراءة القصة
button-next = التالي
button-demands = الاطلاع على المطالب
button-letter = قراءة الرسالة
button-consent = الانتقال إلى التوقيع
button-agree = أوافق
button-decline = لا، شكرًا
button-anonymous = التوقيع من دون اسم
button-sign-as = التوقيع باسم { $name }
button-name = كتابة اسم
button-change-name = كتابته بشكل آخر
button-share = مشاركة
button-write-for-rights = لنكتب من أجل الحقوق
button-mydata = ما هو محفوظ عني
button-read-again = القراءة من جديد
button-start = العودة إلى البداية
button-restart = البدء من جديد
button-withdraw = سحب توقيعي
button-withdraw-yes = نعم، سحب التوقيع
button-withdraw-no = لا، إبقاء التوقيع
button-receipt = إدخال إيصال


## The steps

preview-notice = هذه معاينة للتجربة. جرّبوا كل ما تشاؤون: التوقيعات هنا لا تُحتسب.
total-line =
    { $total ->
        [zero] لم يشارك أحد حتى الآن.
        [one] شارك شخص واحد حتى الآن.
        [two] شارك شخصان حتى الآن.
        [few] شارك { $total } أشخاص حتى الآن.
        [many] شارك { $total } شخصًا حتى الآن.
       *[other] شارك { $total } شخص حتى الآن.
    }
goal-line = الهدف التالي هو { $goal }.
goal-passed = بلغنا هدفنا: { $goal }. وكل اسم جديد يزيد الرسالة وزنًا.
paused-notice = التوقيع متوقف مؤقتًا. نرجو العودة لاحقًا: لم يضع أي توقيع.
welcome-next = ستقرؤون القصة والمطالب والرسالة، ثم تقررون. يستغرق ذلك نحو دقيقتين. ولا يتم أي توقيع ما لم تضغطوا على الزر المخصص له، ويمكنكم التوقف في أي وقت.
welcome-read = لا يزال بإمكانكم قراءة القصة والمطالب والرسالة هنا.
letter-signature = [اسمكم، أو من دون اسم]
organiser-unset = [اسم الجهة المنظِّمة]
contact-unset = [عنوانها]
privacy-url-unset = [رابط سياسة الخصوصية الخاصة بها]
story-page = القصة، الصفحة { $page } من { $pages }

name-heading = باسمكم أم من دونه؟
name-recipient = هذا من سيتسلّم الرسالة:
name-choice = يمكنكم التوقيع من دون اسم، ولتوقيعكم القيمة نفسها. وإن ذكرتم اسمًا فسيظهر في أسفل الرسالة، حيث يستطيع من يتسلّمها قراءته. وإن كان ذلك قد يعرّضكم للخطر أنتم أو المقربين منكم، فوقّعوا من دون اسم.
name-offered = الاسم الذي تُظهره هذه المنصة لكم هو { $name }.
name-typed = أنتم على وشك التوقيع باسم { $name }. هل هذا ما تريدون؟
name-visible = سيظهر الاسم في أسفل الرسالة، حيث يستطيع من يتسلّمها قراءته.

thanks-word = شكرًا لكم
thanks-total = معكم، أصبح عددنا { $total }.
thanks-receipt = إيصالكم: { $receipt }
thanks-withdraw = إن غيّرتم رأيكم، فالأمر { $command } يسحب توقيعكم ويمحوه.


## Why a screen is shown: one line above it

why-resumed = أهلًا بكم من جديد. نتابع من حيث توقفتم.
why-stale = هذا الزر تابع لرسالة سابقة، ولذلك لم يتغير شيء. هذا هو موضعكم الآن.
why-buttons = للمتابعة، يُرجى استخدام الأزرار أدناه. والأمر { $command } يبيّن ما يمكنكم فعله هنا أيضًا.
why-changed = تغيّر هذا النص بعد أن قرأتموه، ولذلك نعرضه عليكم من جديد بصيغته الحالية. لم يُوقَّع شيء بعد.
why-language-gone = لم تعد العريضة متاحة باللغة التي اخترتموها، ولذلك نتابع بهذه اللغة: { $language }.
why-not-open = العريضة ليست مفتوحة للتوقيع في الوقت الحالي. لم يُوقَّع شيء.
why-paused = التوقيع متوقف مؤقتًا، ولم يُوقَّع شيء. نرجو العودة لاحقًا.
why-closed = أُغلقت العريضة في هذه الأثناء. لم يُوقَّع شيء.
why-already-signed = لقد وقّعتم في { $day }. يكفي توقيع واحد: لا يُحتسب أحد مرتين.
why-display-name = تغيّر الاسم الذي تُظهره هذه المنصة لكم. يُرجى التحقق منه قبل التوقيع.
why-kept = يبقى توقيعكم قائمًا.


## When a name can't be taken

name-empty = لا نجد في ما كتبتموه اسمًا. يُرجى كتابة اسم، أو التوقيع من دون اسم.
name-no-letter = لا بد أن يحتوي الاسم على حرف أو رقم واحد على الأقل. يُرجى كتابته من جديد، أو التوقيع من دون اسم.
name-too-long =
    { $most ->
        [zero] هذا أطول مما تتسع له الرسالة. يُرجى كتابة اسم أقصر.
        [one] هذا أطول مما تتسع له الرسالة. يُرجى الاكتفاء بحرف واحد.
        [two] هذا أطول مما تتسع له الرسالة. يُرجى الاكتفاء بحرفين على الأكثر.
        [few] هذا أطول مما تتسع له الرسالة. يُرجى الاكتفاء بـ { $most } أحرف على الأكثر.
        [many] هذا أطول مما تتسع له الرسالة. يُرجى الاكتفاء بـ { $most } حرفًا على الأكثر.
       *[other] هذا أطول مما تتسع له الرسالة. يُرجى الاكتفاء بـ { $most } حرف على الأكثر.
    }
name-control = في هذا النص رموز تحكّم لا تُطبع. يُرجى كتابة الاسم بدلًا من لصقه.
name-invisible = في هذا النص رموز لا يراها أحد، أو تقلب اتجاه الكتابة. يُرجى كتابة الاسم بدلًا من لصقه.
name-unreadable = في هذا النص رموز لا تُطبع في كل مكان. يُرجى كتابة الاسم بحروف أي لغة من اللغات.
name-marks = تتراكم فوق أحد الحروف علامات أكثر مما يمكن طباعته. يُرجى كتابة الاسم بصورة أبسط.
name-address = يبدو هذا عنوانًا على الإنترنت. يُرجى كتابة اسم فقط: سيظهر في أسفل الرسالة.


## Forms, and the questions that stand for them

name-form-title = اسمكم
name-form-label = الاسم
name-form-hint = كما تريدون أن يظهر في أسفل الرسالة
name-form-submit = متابعة
name-question = يُرجى إرسال الاسم في رسالة هنا، كما تريدون أن يظهر في أسفل رسالة العريضة. لم يُوقَّع شيء بعد: سترونه مرة أخرى قبل ذلك.
receipt-form-title = سحب توقيع
receipt-form-label = الإيصال
receipt-form-hint = الإيصال الذي تسلّمتموه عند التوقيع
receipt-form-submit = سحب التوقيع
receipt-question = يُرجى إرسال الإيصال في رسالة هنا. وعندئذ يُمحى فورًا التوقيع الذي أُعطي هذا الإيصال عنه.
receipt-unknown = لا يوجد توقيع بهذا الإيصال. يُرجى مقارنته حرفًا حرفًا بالإيصال الذي تسلّمتموه. وإن كان التوقيع قد سُحب من قبل، فلم يبق منه شيء.


## Answers to the commands

share-intro = شكرًا لنشركم هذا النص. وهو لا يقول شيئًا عنكم، ولا يكشف إن كنتم قد وقّعتم.
share-label = مشاركة
language-ask = اللغة الحالية: { $language }. أي لغة تفضّلون؟

withdraw-ask = هل تريدون سحب توقيعكم؟ سيُمحى فورًا، ومعه اسمكم إن كنتم قد ذكرتموه. أما الرسالة التي سُلِّمت فلا يمكن استرجاعها.
withdraw-nothing = لم يصدر أي توقيع من هذا الحساب، فلا شيء يُسحب.
withdraw-other-account = إن كنتم قد وقّعتم من حساب آخر، فالإيصال الذي تسلّمتموه هناك يتيح لكم سحب ذلك التوقيع.
withdrawn-heading = سُحب توقيعكم
withdrawn = لقد مُحي، ومعه اسمكم إن كنتم قد ذكرتموه. لم يعد محتسبًا، ولم يعد إيصالكم صالحًا.
withdrawn-receipt = سُحب التوقيع الذي يخصه هذا الإيصال. لقد مُحي ولم يعد محتسبًا.
withdrawn-again = شكرًا لوقوفكم معنا. ما دامت العريضة مفتوحة، يمكنكم العودة والتوقيع من جديد.

cancelled-heading = مُحي ما حفظناه من هذه المحادثة
cancelled-unsigned = لم توقّعوا. ولا يُحفظ مما اخترتموه هنا سوى اللغة.
cancelled-signed = يبقى توقيعكم قائمًا. وإن أردتم سحبه أيضًا، فاستخدموا الأمر { $command }.

stop-updates = لا تراسلكم هذه القناة من تلقاء نفسها أبدًا: إنها تجيب فقط. فليس هناك تحديثات لإيقافها.
stop-instead = لسحب توقيعكم، استخدموا الأمر { $withdraw }. ولمحو ما نحفظه من هذه المحادثة، استخدموا الأمر { $cancel }.

help-heading = ما يمكنكم فعله هنا
help-intro = يمكنكم استخدام هذه الأوامر في أي وقت، من دون أن تفقدوا موضعكم.
help-organiser = الجهة التي تدير هذه القناة: { $organiser }. ويمكنكم التواصل معها عبر { $contact }.
help-privacy = إشعار الخصوصية الخاص بها: { $url }

mydata-heading = ما هو محفوظ عنكم
mydata-signed = وقّعتم في { $day } (اللغة: { $language }).
mydata-unsigned = لم توقّعوا، فليس هناك توقيع محفوظ.
mydata-held = يُحفظ مع توقيعكم: اليوم، واللغة، والمنصة، والرابط الذي جاء بكم إلى هنا إن كان من روابطنا، وعمر حسابكم على وجه التقريب. أما الحساب نفسه فلا يُحفظ إلا باسم مستعار، لا باسمه ولا برقمه.
mydata-name = إن كنتم قد ذكرتم اسمًا، فهو مختوم بالتشفير. وبعد ساعة على الأكثر لا تعود هذه القناة قادرة على فتحه، ولذلك لا يُعرض هنا.
mydata-withdraw = الأمر { $command } يسحب توقيعكم ويمحوه.
mydata-receipt = إيصالكم: { $receipt }
mydata-texts = النصوص التي وقّعتم عليها، مع بداية البصمة الرقمية لكل منها:
mydata-text = { $text } ({ $language }): { $version }
mydata-conversation = إضافة إلى ذلك، يُحفظ لبعض الوقت وفي صورة مشفّرة: لغتكم، وموضعكم في هذه المحادثة، والرابط الذي جاء بكم إلى هنا إن كان من روابطنا، واسم لم توقّعوا به بعد. والأمر { $command } يمحو ذلك كله فورًا ما عدا اللغة.
mydata-platform = المنصة التي تنقل هذه المحادثة تستطيع رؤيتها. وما تحتفظ به ليس في أيدينا: فإن كان ذلك يقلقكم، فاحذفوا المحادثة هنا وعلى أجهزتكم الأخرى.
text-demands = المطالب
text-letter = الرسالة
text-privacy = إشعار الخصوصية
text-consent = موافقتكم


## When something went wrong on our side

unconfirmed = لم نتمكن من التأكد من حفظ ذلك. يُرجى المحاولة مرة أخرى بعد قليل.
unconfirmed-once = يمكنكم إعادة المحاولة من دون قلق: لا يُحتسب أحد مرتين.
apology = حدث خلل من جانبنا، ونعتذر عنه. يُرجى المحاولة مرة أخرى بالأمر { $command }.


## The campaign page

page-skip = الانتقال إلى العريضة
page-languages = اللغة
page-total-label = عدد من شاركوا حتى الآن
page-goal-label = الهدف التالي
page-total-unknown = لا يمكن قراءة العدد في الوقت الحالي.
page-offset =
    { $count ->
        [zero] لا يشمل هذا العدد أي مشاركة سُجّلت في مكان آخر (المصدر: { $source }، { $day }).
        [one] يشمل هذا العدد مشاركة واحدة سُجّلت في مكان آخر (المصدر: { $source }، { $day }).
        [two] يشمل هذا العدد مشاركتين سُجّلتا في مكان آخر (المصدر: { $source }، { $day }).
        [few] يشمل هذا العدد { $count } مشاركات سُجّلت في مكان آخر (المصدر: { $source }، { $day }).
        [many] يشمل هذا العدد { $count } مشاركةً سُجّلت في مكان آخر (المصدر: { $source }، { $day }).
       *[other] يشمل هذا العدد { $count } مشاركة سُجّلت في مكان آخر (المصدر: { $source }، { $day }).
    }
page-preview = هذه معاينة للتجربة. التوقيعات هنا تبقى على هذا الحاسوب ولا تُحتسب.
page-noscript = يحتاج التوقيع هنا والعدد المباشر إلى JavaScript. أما بقية الصفحة فيمكن قراءتها من دونه.
page-join-heading = أضيفوا اسمكم، أو وقّعوا من دون اسم
page-join-chat = القراءة والتوقيع هنا
page-join-none = لا يوجد مكان للتوقيع في الوقت الحالي.
page-story-heading = القصة
page-demands-heading = المطالب
page-letter-heading = الرسالة
page-privacy-heading = إشعار الخصوصية
page-source-heading = مصدر الوقائع
page-source = الوقائع المذكورة هنا مستقاة من { $organisation }:
page-organiser-heading = من يدير هذه العريضة
page-organiser = الجهة التي تدير هذه العريضة وتتحمل مسؤوليتها: { $organiser }
page-contact = للتواصل
page-error-heading = لا يمكن عرض هذه الصفحة
page-error-not-found = لا يوجد شيء على هذا العنوان.
page-error-refused = تعذّر فهم الطلب.
page-error-too-many = وردت طلبات كثيرة من شبكتكم. يُرجى الانتظار دقيقة، ثم المحاولة مرة أخرى.
page-error-unavailable = ثمة عطل مؤقت. يُرجى المحاولة مرة أخرى بعد دقيقة.
page-error-home = إلى العريضة

## The preview chat on the campaign page

chat-heading = القراءة والتوقيع
chat-intro = محادثة قصيرة تأخذكم عبر القصة والمطالب والرسالة. يمكنكم التوقف في أي وقت، ولا يتم أي توقيع ما لم تطلبوا ذلك.
chat-begin = بدء
chat-log = المحادثة
chat-you = اخترتم:
chat-working = لحظة من فضلكم…
chat-menu = أشياء أخرى يمكنكم فعلها
chat-form-close = إغلاق
chat-form-empty = يُرجى كتابة شيء أولًا.
chat-copy = نسخ
chat-copy-text = نسخ النص والرابط
chat-copied = تم النسخ.
chat-copy-failed = تعذّر النسخ. يُرجى تحديد النص ونسخه بأنفسكم.
chat-shared = تم النشر. شكرًا لكم.
chat-retry = إعادة المحاولة
chat-offline = يبدو أنكم غير متصلين بالإنترنت. اختياركم محفوظ هنا، وسيُرسل عند عودة الاتصال.
chat-too-many = كان ذلك سريعًا جدًا. يُرجى الانتظار قليلًا، ثم المحاولة مرة أخرى.
chat-outdated = هذه الصفحة قديمة. يُرجى إعادة تحميلها.
chat-elsewhere = لا تعمل هذه المحادثة إلا على العنوان { $address }. يُرجى فتح الصفحة هناك. وإن كنتم تديرون هذه العريضة بأنفسكم، فيمكنكم السماح بعنوان آخر من خلال PUBLIC_URL في إعداداتها.


## Cards and servers

command-petition = قراءة عريضة والتوقيع عليها، على انفراد
option-receipt = إيصال توقيع صدر من حساب آخر
option-card-language = لغة البطاقة
card-refused = لا يمكنكم الكتابة في هذه القناة، ولذلك لم تُنشر أي بطاقة.
card-only-you = ما يُفتح يظهر لكم وحدكم. ولا أحد هنا يرى إن كنتم توقّعون.
card-failed = لا يمكن قراءة العدد في الوقت الحالي، ولذلك لم تُنشر أي بطاقة. يُرجى المحاولة مرة أخرى بعد دقيقة.
server-total =
    { $count ->
        [zero] لم يأتِ بعد أي توقيع عبر هذا الخادم.
        [one] أتى توقيع واحد على الأقل عبر هذا الخادم.
        [two] أتى توقيعان على الأقل عبر هذا الخادم.
        [few] أتت { $count } توقيعات على الأقل عبر هذا الخادم.
        [many] أتى { $count } توقيعًا على الأقل عبر هذا الخادم.
       *[other] أتى { $count } توقيع على الأقل عبر هذا الخادم.
    }


## Telegram: the bot's own page, its cards in groups, and clearing the chat

bot-description = اقرؤوا القصة والمطالب والرسالة، ثم قرروا إن كنتم تريدون التوقيع، باسمكم أو من دونه. لا يتم أي توقيع ما لم تضغطوا على الزر المخصص له، ويمكنكم سحب توقيعكم في أي وقت.
card-private = القراءة والتوقيع في محادثة خاصة. ولا أحد هنا يرى إن كنتم توقّعون.
button-clear-chat = إفراغ هذه المحادثة
chat-cleared = حُذفت رسائل اليومين الأخيرين. ولم يتأثر توقيعكم. ولإزالة الباقي، احذفوا هذه المحادثة هنا وعلى أجهزتكم الأخرى.
chat-not-cleared = تعذّر حذف الرسائل. يُرجى المحاولة مرة أخرى، أو حذف هذه المحادثة هنا وعلى أجهزتكم الأخرى.


## The letter as it is handed over, on paper

export-signed =
    { $count ->
        [zero] لم يوقّع عليها أحد
        [one] وقّع عليها شخص واحد
        [two] وقّع عليها شخصان
        [few] وقّع عليها { $count } أشخاص
        [many] وقّع عليها { $count } شخصًا
       *[other] وقّع عليها { $count } شخص
    }
export-names = الأسماء
export-anonymous =
    { $count ->
        [zero] لم يوقّع أحد من دون اسم.
        [one] وقّع شخص واحد من دون اسم.
        [two] وقّع شخصان من دون اسم.
        [few] وقّع { $count } أشخاص من دون أسماء.
        [many] وقّع { $count } شخصًا من دون أسماء.
       *[other] وقّع { $count } شخص من دون أسماء.
    }
export-as-of = التوقيعات حتى { $day }
