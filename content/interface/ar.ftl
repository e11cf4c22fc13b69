# The interface in Arabic. en.ftl explains each message and has the rules for translators.
# Register: Modern Standard Arabic; people are addressed in the plural, which is polite and fits any gender; buttons are
# verbal nouns. Arabic punctuation (، ؛ ؟). All six plural forms: 0, 1, 2, 3–10, 11–99, and the hundreds.

language-name = العربية
# ltr or rtl
direction = rtl


## The menu of commands

command-sign = قراءة العريضة، والتوقيع عليها ما دامت مفتوحة
command-total = عدد من شاركوا حتى الآن
command-share = نص يمكنكم نشره
command-language = تغيير اللغة
command-privacy = من يحفظ بيانات عنكم، وما هي، ولماذا
command-mydata = ما هو محفوظ عنكم، مع إيصالكم
command-withdraw = سحب توقيعكم ومحوه
command-stop = إيقاف رسائل المستجدات
command-cancel = محو ما نحفظه من هذه المحادثة (ويبقى التوقيع)
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
total-closed =
    { $total ->
        [zero] لم يشارك أحد.
        [one] شارك شخص واحد.
        [two] شارك شخصان.
        [few] في المجموع، شارك { $total } أشخاص.
        [many] في المجموع، شارك { $total } شخصًا.
       *[other] في المجموع، شارك { $total } شخص.
    }
paused-notice = التوقيع متوقف مؤقتًا. نرجو العودة لاحقًا: لم يُفقد أي توقيع.
status-upcoming = لم يُفتح باب التوقيع على العريضة بعد.
status-closed = العريضة مغلقة.
status-delivered = سُلّمت الرسالة في { $day }.
closes-line = يمكنكم التوقيع حتى { $moment }.
closes-in =
    { $days ->
        [zero] يُغلق باب التوقيع اليوم: يمكنكم التوقيع حتى { $moment }.
        [one] يُغلق باب التوقيع بعد يوم واحد: يمكنكم التوقيع حتى { $moment }.
        [two] يُغلق باب التوقيع بعد يومين: يمكنكم التوقيع حتى { $moment }.
        [few] يُغلق باب التوقيع بعد { $days } أيام: يمكنكم التوقيع حتى { $moment }.
        [many] يُغلق باب التوقيع بعد { $days } يومًا: يمكنكم التوقيع حتى { $moment }.
       *[other] يُغلق باب التوقيع بعد { $days } يوم: يمكنكم التوقيع حتى { $moment }.
    }
closes-tomorrow = يُغلق باب التوقيع غدًا: يمكنكم التوقيع حتى { $moment }.
closes-today-hour = يُغلق باب التوقيع اليوم على الساعة { $time } ({ $zone }).
closes-today-day = يُغلق باب التوقيع اليوم: يمكنكم التوقيع حتى نهاية اليوم بالتوقيت العالمي.
closes-moment-hour = { $day } على الساعة { $time } ({ $zone })
closes-moment-day = نهاية يوم { $day } بالتوقيت العالمي
closes-zone = توقيت { $place }
welcome-next = ستقرؤون القصة والمطالب والرسالة، ثم تقررون. يستغرق ذلك بضع دقائق. ولا يتم أي توقيع ما لم تضغطوا على الزر المخصص له، ويمكنكم التوقف في أي وقت.
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
thanks-recorded = سُجّل توقيعكم.
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
why-already-signed = لقد وقّعتم في { $day }. يكفي توقيع واحد.
why-display-name = تغيّر الاسم الذي تُظهره هذه المنصة لكم. يُرجى التحقق منه قبل التوقيع.
why-kept = يبقى توقيعكم قائمًا.


## Why a name is refused

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


## Forms, and the questions that replace them

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
share-reading = { $headline } – القصة والمطالب والرسالة، للقراءة هنا.
share-outcome = { $headline } – ما آلت إليه القضية، والقصة، للقراءة هنا.
language-ask = اللغة الحالية: { $language }. أي لغة تفضّلون؟

withdraw-ask = هل تريدون سحب توقيعكم؟ سيُمحى فورًا، ومعه اسمكم إن كنتم قد ذكرتموه.
withdraw-handed-over = أما الرسالة التي سُلِّمت فلا يمكن استرجاعها.
withdraw-delivered = سُلِّمت الرسالة في { $day }. وإن كان قد ذُكر اسم مع هذا التوقيع قبل ذلك، فقد يكون واردًا فيها، ولا يمكن استرجاعه.
withdraw-nothing = لا يوجد توقيع من هذا الحساب، فلا شيء يُسحب.
withdraw-other-account = إن كنتم قد وقّعتم من حساب آخر، فالإيصال الذي تسلّمتموه هناك يتيح لكم سحب ذلك التوقيع.
withdrawn-heading = سُحب توقيعكم
withdrawn = لقد مُحي، ومعه اسمكم إن كنتم قد ذكرتموه؛ وتبقى نسخ منه مدة في النسخ الاحتياطية. ولم يعد إيصالكم صالحًا.
withdrawn-receipt = سُحب التوقيع الذي يخصه هذا الإيصال. لقد مُحي؛ وتبقى نسخ منه مدة في النسخ الاحتياطية.
withdrawn-again = شكرًا لوقوفكم معنا. ما دامت العريضة مفتوحة، يمكنكم العودة والتوقيع من جديد.

cancelled-heading = مُحي ما حفظناه من هذه المحادثة
cancelled-unsigned = لم يُوقَّع شيء. ولا يُحفظ مما اخترتموه هنا سوى اللغة.
cancelled-signed = يبقى توقيعكم قائمًا. وإن أردتم سحبه أيضًا، فاستخدموا الأمر { $command }.

stop-updates = لا تصلكم رسائل مستجدات، ولا يُحفظ أي شيء لمراسلتكم: فهذه القناة تجيب فقط. وليس هناك ما يُوقَف.
stop-instead = لسحب توقيعكم، استخدموا الأمر { $withdraw }. ولمحو ما نحفظه من هذه المحادثة، استخدموا الأمر { $cancel }.

help-heading = ما يمكنكم فعله هنا
help-intro = يمكنكم استخدام هذه الأوامر في أي وقت، من دون أن تفقدوا موضعكم.
help-organiser = الجهة التي تدير هذه القناة: { $organiser }. ويمكنكم التواصل معها عبر { $contact }.
help-privacy = إشعار الخصوصية الخاص بها: { $url }

mydata-heading = ما هو محفوظ عنكم
mydata-signed = وقّعتم في { $day } (اللغة: { $language }).
mydata-counted = وتوقيعكم محتسب.
mydata-set-aside = وتوقيعكم قيد المراجعة مع توقيعات أخرى، ولا يُحتسب خلال ذلك. وليس عليكم فعل شيء.
mydata-unsigned = لا يوجد توقيع من هذا الحساب، فلا يُحفظ أي توقيع.
mydata-unreadable = توقيعكم قائم، لكن هذه النسخة من القناة لا تستطيع قراءة ما هو محفوظ معه. والأمر { $command } يسحب التوقيع ويمحوه.
mydata-held = يُحفظ مع توقيعكم: اليوم، واللغة، والمنصة، والرابط أو البطاقة التي جئتم منها إن كانت لنا، وعمر حسابكم على وجه التقريب. أما الحساب نفسه فلا يُذكر معه إلا باسم مستعار، لا باسمه ولا برقمه.
mydata-name = إن كنتم قد ذكرتم اسمًا، فهو مختوم بالتشفير. وبعد ساعة على الأكثر لا تعود هذه القناة قادرة على فتحه، ولذلك لا يُعرض هنا.
mydata-erased = مُحيت الأسماء في { $day }، بعد تسليم الرسالة: فإن كنتم قد ذكرتم اسمًا، فلم يعد محفوظًا هنا.
mydata-withdraw = الأمر { $command } يسحب توقيعكم ويمحوه.
mydata-receipt = إيصالكم: { $receipt }
mydata-consent = هذا ما وافقتم عليه:
mydata-texts = النصوص التي كانت أمامكم عند التوقيع، مع بداية البصمة الرقمية لكل منها (SHA-256 لكلماته):
mydata-text = { $text } ({ $language }): { $version }
mydata-conversation = إضافة إلى ذلك، يُحفظ في صورة مشفّرة، حتى نحو شهر بعد آخر زيارة لكم: لغتكم، وموضعكم في هذه المحادثة، والرابط أو البطاقة التي جئتم منها إن كانت لنا، واسم لم توقّعوا به بعد. والأمر { $command } يمحو ذلك كله فورًا ما عدا اللغة.
mydata-platform = المنصة التي تنقل هذه المحادثة تستطيع رؤيتها. وما تحتفظ به ليس في أيدينا: فإن كان ذلك يقلقكم، فاحذفوا المحادثة هنا وعلى أجهزتكم الأخرى.
text-demands = المطالب
text-letter = الرسالة
text-privacy = إشعار الخصوصية
text-consent = موافقتكم


## When something went wrong on our side

unconfirmed = لم نتمكن من التأكد من حفظ ذلك. يُرجى المحاولة مرة أخرى بعد قليل.
unconfirmed-once = يمكنكم إعادة المحاولة من دون قلق: لا شيء يُسجَّل مرتين.
apology = حدث خلل من جانبنا، ونعتذر عنه. يُرجى المحاولة مرة أخرى بالأمر { $command }.
lost = فقدت قاعدة بياناتنا بعض أحدث التغييرات، وقد لا يكون آخر ما قلناه لكم صحيحًا بعد الآن. قد يكون توقيع أكدناه مفقودًا، وقد يكون توقيع محوناه قد عاد. نعتذر عن ذلك.
lost-check = يُرجى الاطلاع على { $mydata } لمعرفة ما هو محفوظ عنكم الآن. إن لم يكن ذلك ما قررتموه، فيُرجى التوقيع مرة أخرى بالأمر { $sign } أو سحب توقيعكم مرة أخرى بالأمر { $withdraw }. لا شيء يُسجَّل مرتين.


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
page-noscript = تحتاج المحادثة في هذه الصفحة والعدد المباشر إلى JavaScript. أما بقية الصفحة فيمكن قراءتها من دونه.
page-join-heading = أضيفوا اسمكم، أو وقّعوا من دون اسم
page-join-chat = القراءة والتوقيع هنا
page-join-heading-reading = اقرؤوها في محادثة، أو اسحبوا توقيعًا
page-join-chat-reading = القراءة هنا
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
chat-heading-reading = قراءة العريضة
chat-intro-reading = محادثة قصيرة تأخذكم عبر القصة والمطالب والرسالة. يمكنكم التوقف في أي وقت.
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

command-petition = قراءة عريضة على انفراد، والتوقيع عليها ما دامت مفتوحة
option-receipt = إيصال توقيع صدر من حساب آخر
option-card-language = لغة البطاقة
card-refused = ليس لديكم إذن بالكتابة في هذه القناة، ولذلك لم تُنشر أي بطاقة.
card-only-you = ما يُفتح يظهر لكم وحدكم. ولا أحد هنا يرى ما تفعلونه هناك.
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
bot-description-reading = يمكنكم هنا قراءة القصة والمطالب والرسالة. وإن كنتم قد وقّعتم، فيمكنكم سحب توقيعكم في أي وقت.
card-private = تُفتح العريضة في محادثة خاصة. ولا أحد هنا يرى ما تفعلونه هناك.
button-clear-chat = إفراغ هذه المحادثة
chat-cleared = حُذفت رسائل اليومين الأخيرين. ولم يتأثر توقيعكم. ولإزالة الباقي، احذفوا هذه المحادثة هنا وعلى أجهزتكم الأخرى.
chat-not-cleared = تعذّر حذف الرسائل. يُرجى المحاولة مرة أخرى، أو حذف هذه المحادثة هنا وعلى أجهزتكم الأخرى.


## The letter on paper, when it is handed over

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


## Updates: an occasional message for people who asked for it after signing

button-updates = إبلاغي بالمستجدات
button-updates-no = لا، شكرًا
button-updates-yes = نعم، مراسلتي هنا
button-updates-open = الانتقال إلى العريضة
button-updates-stop = إيقاف رسائل المستجدات
updates-changed = تغيّر هذا النص بعد أن قرأتموه، ولذلك نعرضه عليكم من جديد بصيغته الحالية. لم يُحفظ شيء بعد.
updates-on = شكرًا لكم. سنراسلكم هنا كلما كان هناك جديد. والأمر { $command } يوقف ذلك فورًا، في أي وقت.
updates-already = سبق أن طلبتم ذلك: فنحن نراسلكم هنا كلما كان هناك جديد. والأمر { $command } يوقف ذلك فورًا.
updates-off = لن تصلكم رسائل مستجدات بعد الآن. وقد مُحي ما كان محفوظًا لمراسلتكم؛ وتبقى نسخ منه مدة في النسخ الاحتياطية.
updates-reason = تصلكم هذه الرسالة لأنكم طلبتم معرفة المستجدات. والأمر { $command } يوقف ذلك فورًا.
withdrawn-updates = ولن تصلكم رسائل مستجدات بعد الآن: فقد مُحي أيضًا ما كان محفوظًا لمراسلتكم.
mydata-updates-on = تصلكم رسائل مستجدات: ومن أجلها تُحفظ وسيلة لمراسلة هذا الحساب، مشفّرةً، مع لغتكم وموافقتكم. والأمر { $command } يمحوها فورًا.
mydata-updates-agreed = طلبتموها في { $day }، بعد قراءة نص (اللغة: { $language }) تبدأ بصمته الرقمية بما يلي: { $version }
mydata-updates-off = لم تطلبوا إبلاغكم بالمستجدات، ولذلك لا يُحفظ أي شيء لمراسلتكم.


## Slack: cards, the Home tab, and the answer to staff commands in other channels

button-post-card = نشر بطاقة في هذه القناة
home-private = تُفتح المحادثة رسالةً خاصة من هذا التطبيق، تحت Messages. لا يرى الأعضاء الآخرون ما تفعلونه هناك؛ أما من يدير مساحة العمل فقد يستطيع ذلك.
home-no-total = لا يمكن قراءة العدد في الوقت الحالي.
staff-not-here = عذرًا، لا يمكن فعل ذلك هنا.
staff-unconfirmed = تعذّر الوصول إلى قاعدة البيانات في الوقت الحالي، فربما تم ذلك وربما لم يتم. يُرجى التحقق بعد دقيقة، ثم المحاولة مرة أخرى إن لزم الأمر.
staff-unread = تعذّر الوصول إلى قاعدة البيانات في الوقت الحالي. يُرجى المحاولة مرة أخرى بعد دقيقة.


## Staff: what the people who run the petition read, in their rooms and on the command line

staff-help-heading = ما يمكن للفريق القيام به هنا
staff-help-total = المجموع والوتيرة والهدف التالي
staff-help-report = من أين تأتي التوقيعات، مع صورة
staff-help-milestones = إعلان بلوغ كل هدف هنا
staff-help-digest = التقرير اليومي في هذه الساعة من هذه المنطقة الزمنية
staff-help-quarantine = إخراج توقيعات من المجموع حسب المصدر أو حسب الأيام (2027-01-15 أو 2027-01-15..2027-01-20)، ولا يُحذف شيء. ومع --hold أيضًا التوقيعات الجديدة من هذا المصدر
staff-help-list = كل عمليات الاستبعاد: ماذا ومن ومتى ولماذا
staff-help-release = إعادة توقيعات عملية استبعاد
staff-help-pause = إيقاف التوقيع على كل المنصات
staff-help-resume = فتح التوقيع من جديد
staff-help-help = هذه القائمة
staff-problem-command = لا يوجد أمر كهذا. لم يتغيّر شيء.
staff-problem-extra = كُتب أكثر مما يقبله هذا الأمر. لم يتغيّر شيء.
staff-problem-period = التقرير يكون عن today أو 7d أو 30d أو all.
staff-problem-switch = اكتبوا on أو off. لم يتغيّر شيء.
staff-problem-hour = اكتبوا الساعة على هذا النحو 09:00 (من 00:00 إلى 23:59) واسم منطقة زمنية مثل Africa/Casablanca. لم يتغيّر شيء.
staff-problem-selection = اذكروا مصدرًا واحدًا برمزه (- للتوقيعات بلا رمز) أو أيامًا: 2027-01-15 أو 2027-01-15..2027-01-20، الأول قبل الأخير. لم يتغيّر شيء.
staff-problem-reason = اذكروا السبب لمن ينظر لاحقًا: --reason "…"، وعدد الأحرف { $most } على الأكثر. لم يتغيّر شيء.
staff-problem-hold = ‏--hold يُستعمل مع مصدر لا مع أيام. لم يتغيّر شيء.
staff-problem-number = اذكروا عملية الاستبعاد برقمها كما في القائمة. لم يتغيّر شيء.
staff-total-heading = المجموع: { $total }
staff-total-made = مُحتسب في مكان آخر: { $offset }. مجموع هنا: { $collected }.
staff-total-today = الموقّعة اليوم حتى { $time } بالتوقيت العالمي: { $count }.
staff-total-yesterday = أمس حتى { $from }: { $before }؛ وحتى { $until }: { $after }.
staff-total-hour = هذه الساعة منذ { $time }: { $count }.
staff-total-day = نموّ المجموع في آخر 24 ساعة: { $count }.
staff-goal = الهدف التالي هو { $goal }: بقي { $missing }.
staff-goal-none = بُلغ الهدف الأخير وهو { $goal }.
staff-goal-hours = بوتيرة آخر 24 ساعة يُبلغ بعد نحو { $hours } ساعة.
staff-goal-day = بوتيرة آخر 24 ساعة يُبلغ نحو { $day }.
staff-goal-unsure = كان العدد في آخر 24 ساعة أقل من أن يُقال متى يُبلغ.
staff-is-paused = التوقيع موقوف مؤقتًا.
staff-is-closed = العريضة مغلقة.
staff-column-count = التوقيعات
staff-column-channel = المنصة
staff-column-locale = اللغة
staff-column-source = المصدر
staff-column-age = عمر الحساب
staff-column-status = الحالة
staff-column-moved = ما حدث
staff-row-sum = معًا
staff-row-rest = أخرى
staff-row-no-source = بلا رمز
staff-age-new = أقل من 7 أيام
staff-age-young = من 7 إلى 30 يومًا
staff-age-older = أقدم
staff-age-unknown = غير معروف
staff-status-counted = محتسبة
staff-status-set-aside = مستبعدة
staff-moved-signed = وُقّعت
staff-moved-left = سُحبت
staff-moved-set-aside = استُبعدت
staff-moved-released = أُعيدت
staff-report-today = تقرير: اليوم، { $day } (بالتوقيت العالمي)
staff-report-days = تقرير: من { $from } إلى { $until } (بالتوقيت العالمي)
staff-report-all = تقرير: كل التوقيعات
staff-report-moment = كل الأرقام من لحظة واحدة، { $time } بالتوقيت العالمي. المجموع { $total }.
staff-report-signed = التوقيعات التي تمت في هذه المدة:
staff-report-counted = التوقيعات المحتسبة:
staff-report-too-few = عددها أقل من { $least }: أقل من أن يُقال من أين أتت.
staff-report-folded = الأعداد التي تقل عن { $least } مجموعة تحت «أخرى»، مع العدد التالي عند الحاجة، حتى لا يُعرف أحد منها.
staff-chart-hours = التوقيعات في كل ساعة، { $day } (بالتوقيت العالمي)
staff-chart-days = التوقيعات في كل يوم (بالتوقيت العالمي)
staff-chart-weeks = التوقيعات في كل أسبوع، بأول أيامه (بالتوقيت العالمي)
staff-chart-months = التوقيعات في كل شهر (بالتوقيت العالمي)
staff-chart-total = المجموع
staff-chart-new = الجديدة
staff-chart-goal = الهدف { $goal }
staff-chart-rest = غير مفصّلة
staff-chart-most = الأكثر دفعة واحدة: { $count } ({ $when }).
staff-chart-growth = انتقل المجموع من { $from } إلى { $until }؛ والهدف { $goal }.
staff-chart-failed = تعذّر رسم الصورة. الأرقام هنا كاملة من دونها.
staff-milestones-on = من الآن فصاعدًا تُعلن الأهداف هنا. التالي هو { $goal }.
staff-milestones-none = من الآن فصاعدًا تُعلن الأهداف هنا، لكنها بُلغت كلها: أضيفوا أهدافًا أخرى إلى إعدادات العريضة.
staff-milestones-off = لم تعد الأهداف تُعلن هنا.
staff-milestone-heading = بُلغ الهدف { $goal }
staff-milestone = المجموع الآن { $total }. شكرًا لكل من يحمل هذه العريضة.
staff-digest-on = يأتي التقرير اليومي إلى هنا من الآن فصاعدًا، والتالي في { $next } ({ $zone }).
staff-digest-off = لم يعد التقرير اليومي يأتي إلى هنا.
staff-digest-heading = التقرير اليومي، { $moment } ({ $zone })
staff-what-source = المصدر { $source }
staff-what-source-hold = المصدر { $source } مع الجديدة
staff-what-days = من { $from } إلى { $until } (بالتوقيت العالمي)
staff-quarantine-heading = للاستبعاد: { $what }
staff-quarantine-count = التوقيعات التي ستخرج من المجموع: { $count }.
staff-quarantine-already = مستبعدة من قبل وستشملها هذه أيضًا: { $count }.
staff-quarantine-hold = التوقيعات الجديدة من هذا المصدر تُستبعد فور وصولها إلى أن يُرفع الاستبعاد.
staff-quarantine-kept = لا يُحذف شيء: يمكن إعادة الكل، ويمكن لكل شخص سحب توقيعه. يُحفظ ما استُبعد ومتى ولماذا ورمز لمن فعل ذلك.
staff-reason = السبب: { $reason }
staff-quarantine-nothing = لا يوجد توقيع يتأثر بهذا. لم يتغيّر شيء.
staff-quarantine-unknown = لا تذكر إعدادات العريضة هذا المصدر ولم يأتِ منه توقيع. لم يتغيّر شيء.
staff-quarantine-done = الاستبعاد رقم { $number } سارٍ. التوقيعات التي خرجت من المجموع: { $count }.
staff-release-heading = للإعادة: الاستبعاد رقم { $number }، { $what }
staff-release-count = التوقيعات التي ستُحتسب من جديد: { $count }.
staff-release-staying = يشملها استبعاد آخر وتبقى خارجًا: { $count }.
staff-release-unknown = لا يوجد استبعاد رقمه { $number }. لم يتغيّر شيء.
staff-release-already = رُفع الاستبعاد رقم { $number } من قبل. لم يتغيّر شيء.
staff-release-done = رُفع الاستبعاد رقم { $number }. التوقيعات التي تُحتسب من جديد: { $count }.
staff-list-heading = عمليات الاستبعاد
staff-list-none = لم يُستبعد شيء قط.
staff-list-older = أقدم ولا تظهر هنا: { $count }.
staff-list-entry = الاستبعاد رقم { $number }: { $what }
staff-list-held = المشمولة الآن: { $count }.
staff-list-set = استُبعدت في { $moment } بالتوقيت العالمي برمز الفريق { $who }.
staff-list-released = رُفع في { $moment } بالتوقيت العالمي برمز الفريق { $who }.
staff-pause-heading = للإيقاف: التوقيع على كل المنصات
staff-pause-ask = من يأتي للتوقيع يُخبَر بأنه موقوف مؤقتًا. أما القراءة والسحب وكل ما عداهما فيستمر.
staff-paused = أُوقف التوقيع مؤقتًا على كل المنصات.
staff-paused-already = التوقيع موقوف مؤقتًا من قبل.
staff-resume-heading = للفتح من جديد: التوقيع على كل المنصات
staff-resume-ask = ومن ثم يمكن التوقيع من جديد.
staff-resumed = التوقيع مفتوح من جديد على كل المنصات.
staff-resumed-already = التوقيع ليس موقوفًا.
staff-pausing-since = منذ { $moment } بالتوقيت العالمي، برمز الفريق { $who }.
staff-done-by = سُجّل برمز الفريق { $who }: يدلّ على عضو واحد من الفريق ولا يذكر اسمه.
staff-closed = العريضة مغلقة منذ { $day }: لا يمكن لأحد التوقيع.
staff-button-set-aside = استبعاد
staff-button-release = إعادة
staff-button-pause = إيقاف التوقيع مؤقتًا
staff-button-resume = فتح التوقيع من جديد
staff-button-cancel = ترك الأمر
staff-confirm-within = لم يتغيّر شيء بعد. أكّدوا في غضون { $minutes } دقائق.
staff-confirm-unknown = لا يوجد ما يُؤكَّد هنا: تم من قبل أو فات الأوان أو طلبه شخص آخر. لم يغيّر هذا شيئًا.
staff-confirm-changed = في هذه الأثناء أُضيفت توقيعات أو سُحبت، فلم يُفعل شيء. هذا هو الوضع الآن. وإن كان ذلك أسرع من اللازم فاستعملوا --hold مع مصدر أو أوقفوا التوقيع أولًا.
staff-alert-heading = تنبيه
staff-alert-over = عاد كل شيء إلى ما يرام
staff-alert-drift = إعادة العد اليومية لا تطابق الحصيلة. المواضع المختلفة: { $count }. لا بد أن أحدًا غيّر قاعدة البيانات يدويًا، أو أن إصدارًا أقدم استعاد نسخة احتياطية: شغّلوا reconcile في سطر الأوامر واعرفوا السبب قبل أي شيء.
staff-alert-drift-over = إعادة العد تطابق الحصيلة من جديد.
staff-alert-names = وجدت إعادة العد اليومية أسماء لا يستطيع أحد قراءتها: المفتاح الذي خُتمت به غير موجود في قاعدة البيانات. التوقيعات المعنية: { $count }. وهي لا تزال محسوبة. شغّلوا reconcile في سطر الأوامر، واحتفظوا بكل النسخ الاحتياطية: قد يكون المفتاح في إحداها.
staff-alert-names-over = لم يعد أي اسم بلا مفتاحه.
staff-alert-store = قاعدة البيانات غائبة منذ { $time } بالتوقيت العالمي. لا يمكن لأحد التوقيع في هذه الأثناء، ويُطلب من الناس المحاولة لاحقًا.
staff-alert-store-over = عادت قاعدة البيانات منذ { $time } بالتوقيت العالمي.
staff-alert-lost = لم يعد في قاعدة البيانات ما أُكّد للناس تسجيله. عدد من ظهر لهم ذلك حتى الآن: { $count }. لا بد أنها عادت إلى حالة سابقة، كحالة خادم احتياطي كان متأخرًا. يُطلب من كل منهم أن يتحقق وأن يوقّع أو يسحب توقيعه مرة أخرى. وقد لا يعلم غيرهم بالأمر بعد: أبلغوا الناس حيث سيقرؤون ذلك.
staff-alert-lost-over = لم يظهر تغيير مفقود لأحد منذ ساعة.
staff-alert-platform = تعذّر الوصول إلى { $platform } منذ { $time } بالتوقيت العالمي. لا يمكن لأحد التوقيع هناك في هذه الأثناء.
staff-alert-platform-over = عاد الوصول إلى { $platform } منذ { $time } بالتوقيت العالمي.
staff-alert-source = أكثر من { $count } توقيع في الساعة من مصدر واحد: { $source }. إن لم يكن ذلك متوقعًا فانظروا في التقرير واستبعدوها إلى أن تعرفوا المزيد:
staff-alert-source-over = عاد عدد التوقيعات من المصدر { $source } إلى المعتاد.
