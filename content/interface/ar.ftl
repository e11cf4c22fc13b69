# The interface in Arabic. en.ftl explains each message and has the rules for translators.
# Register: Modern Standard Arabic as Moroccan newspapers write it. People are addressed in the plural, which is polite and
# fits any gender. The organiser is "the organising body", so that its name may have any gender. Buttons are verbal nouns,
# or what the person says ("yes, write to me here"). Arabic punctuation (، ؛ ؟). All six plural forms: 0, 1, 2, 3–10,
# 11–99, and the hundreds. Words that staff type as they stand (options, days, hours) are between U+2066 and U+2069.

language-name = العربية
# ltr or rtl
direction = rtl
intl-tag = ar-MA-u-nu-latn
number-example = 12.345
first-of-month = 1


## The menu of commands

command-sign = قراءة العريضة، والتوقيع عليها ما دامت مفتوحة
command-total = عدد من شاركوا في هذا التحرك
command-share = نص يمكنكم مشاركته مع غيركم
command-language = تغيير اللغة
command-privacy = من يحفظ بيانات عنكم، وما هي، ولماذا
command-mydata = ما هو محفوظ عنكم، مع إيصالكم
command-withdraw = سحب توقيعكم ومحوه
command-stop = إيقاف رسائل المستجدات
command-cancel = إنهاء هذه المحادثة ومحو بياناتها (ويبقى التوقيع)
command-help = ما يمكنكم فعله هنا
command-petitions = كل عرائض هذا الروبوت


## What people type instead of a command: words separated by commas

typed-sign = توقيع، التوقيع، وقّع، أوقّع، أريد التوقيع، ابدأ
typed-total = المجموع، العدد، كم العدد
typed-share = مشاركة، المشاركة، شارك، نشر، انشر
typed-language = لغة، اللغة، اللغات، تغيير اللغة
typed-privacy = خصوصية، الخصوصية، إشعار الخصوصية
typed-mydata = بياناتي، معطياتي، إيصالي، تصحيح اسمي
typed-withdraw = سحب، سحب التوقيع، سحب توقيعي، اسحب توقيعي، حذف توقيعي، إزالة توقيعي، اسحب
typed-stop = توقف، أوقف، إيقاف، وقف، بطل، إلغاء، إلغاء الاشتراك، ألغ الاشتراك، لا مزيد من الأخبار، ستوب، كفى، قف
typed-cancel = انس المحادثة، نسيان المحادثة، محو المحادثة
typed-help = مساعدة، المساعدة، أوامر، الأوامر، القائمة


## Buttons: at most 30 characters

button-begin = القراءة والتوقيع
button-continue = متابعة
button-back = رجوع
button-story = قراءة القصة
button-whole = كل شيء في صفحة واحدة
button-next = التالي
button-letter = المطالب والرسالة
button-consent = قبل التوقيع
button-privacy = إشعار الخصوصية الكامل
button-agree = أوافق
button-decline = لا، شكرًا
button-anonymous = التوقيع من دون اسم
button-sign-as = التوقيع باسم { $name }
button-name = كتابة اسم
button-change-name = تعديل الاسم
button-share = مشاركة القصة
button-command = قصدتُ الأمر
button-its-name = هذا اسمي
button-write-for-rights = لنكتب من أجل الحقوق
button-mydata = ما هو محفوظ عني
button-correct = تصحيح الاسم
button-keep-name = تركه كما هو
button-read-again = القراءة من جديد
button-start = العودة إلى العريضة
button-restart = البدء من جديد
button-withdraw = سحب توقيعي
button-withdraw-yes = نعم، اسحبوا توقيعي
button-withdraw-no = لا، أبقوا توقيعي
button-receipt = إدخال إيصال


## A bot with several petitions

chooser-heading = اختاروا عريضة
chooser-intro = يضم هذا الروبوت عدة عرائض. يمكنكم قراءة كل واحدة منها وتوقيعها، واحدة تلو الأخرى.
chooser-done = لم يبقَ هنا ما يمكنكم توقيعه في الوقت الحالي. ويمكنكم قراءة كل عريضة من جديد.
chooser-signed = لقد وقّعتم هذه العريضة.
button-more-petitions = عرائض أخرى
others-line =
    { $count ->
        [zero] لا توجد هنا عرائض أخرى تحتاج إليكم.
        [one] عريضة أخرى هنا تحتاج إليكم.
        [two] عريضتان أخريان هنا تحتاجان إليكم.
        [few] { $count } عرائض أخرى هنا تحتاج إليكم.
        [many] { $count } عريضةً أخرى هنا تحتاج إليكم.
       *[other] { $count } عريضة أخرى هنا تحتاج إليكم.
    }
button-other-petitions = اختيار عريضة أخرى
withdraw-which = أي توقيع تريدون سحبه؟
button-withdraw-all = سحبها كلها ({ $count })
withdraw-all-ask =
    { $count ->
        [zero] ليس لكم هنا أي توقيع يمكن سحبه.
        [one] هل تريدون سحب توقيعكم الوحيد؟ سيُمحى فورًا، ومعه اسمكم إن كنتم قد ذكرتموه.
        [two] هل تريدون سحب توقيعيكم الاثنين؟ سيُمحيان فورًا، ومعهما كل اسم ذكرتموه.
        [few] هل تريدون سحب توقيعاتكم كلها، وعددها { $count }؟ ستُمحى فورًا، ومعها كل اسم ذكرتموه.
        [many] هل تريدون سحب توقيعاتكم كلها، وعددها { $count }؟ ستُمحى فورًا، ومعها كل اسم ذكرتموه.
       *[other] هل تريدون سحب توقيعاتكم كلها، وعددها { $count }؟ ستُمحى فورًا، ومعها كل اسم ذكرتموه.
    }
button-withdraw-all-yes = نعم، اسحبوها كلها
button-withdraw-all-no = لا، أبقوها
bot-description-several = اختاروا عريضة من بين عدة عرائض واقرؤوها، ثم قرروا إن كنتم تريدون التوقيع، باسمكم أو من دونه. لن يُسجَّل أي توقيع قبل أن تضغطوا في النهاية على زر «التوقيع»، ويمكنكم سحب كل توقيع في أي وقت.


## The steps

preview-notice = هذه معاينة للتجربة. جرّبوا كل ما تشاؤون: التوقيعات هنا لا تُحتسب.
total-line =
    { $total ->
        [zero] لم يشارك أحد في هذا التحرك حتى الآن.
        [one] شارك شخص واحد في هذا التحرك حتى الآن.
        [two] شارك شخصان في هذا التحرك حتى الآن.
        [few] شارك { $total } أشخاص في هذا التحرك حتى الآن.
        [many] شارك { $total } شخصًا في هذا التحرك حتى الآن.
       *[other] شارك { $total } شخص في هذا التحرك حتى الآن.
    }
goal-line = الهدف التالي هو { $goal }.
goal-passed = بلغنا هدفنا، وهو { $goal }. وكل توقيع جديد يزيد الرسالة وزنًا.
total-closed =
    { $total ->
        [zero] لم يشارك أحد في هذا التحرك.
        [one] شارك شخص واحد في هذا التحرك.
        [two] شارك شخصان في هذا التحرك.
        [few] شارك { $total } أشخاص في هذا التحرك.
        [many] شارك { $total } شخصًا في هذا التحرك.
       *[other] شارك { $total } شخص في هذا التحرك.
    }
paused-notice = التوقيع متوقف مؤقتًا. نرجو العودة لاحقًا: لم يُفقد أي توقيع.
status-upcoming = لم يُفتح باب التوقيع على العريضة بعد.
status-closed = العريضة مغلقة.
status-delivered = سُلِّمت الرسالة في { $day }.
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
welcome-next =
    { $minutes ->
        [zero] تستغرق القراءة أقل من دقيقة. لن يُسجَّل أي توقيع قبل أن تضغطوا في النهاية على زر «التوقيع».
        [one] تستغرق القراءة نحو دقيقة واحدة. لن يُسجَّل أي توقيع قبل أن تضغطوا في النهاية على زر «التوقيع».
        [two] تستغرق القراءة نحو دقيقتين. لن يُسجَّل أي توقيع قبل أن تضغطوا في النهاية على زر «التوقيع».
        [few] تستغرق القراءة نحو { $minutes } دقائق. لن يُسجَّل أي توقيع قبل أن تضغطوا في النهاية على زر «التوقيع».
        [many] تستغرق القراءة نحو { $minutes } دقيقة. لن يُسجَّل أي توقيع قبل أن تضغطوا في النهاية على زر «التوقيع».
       *[other] تستغرق القراءة نحو { $minutes } دقيقة. لن يُسجَّل أي توقيع قبل أن تضغطوا في النهاية على زر «التوقيع».
    }
welcome-read = لا يزال بإمكانكم قراءة القصة والمطالب والرسالة هنا.
letter-signature = [اسمكم، إن ذكرتموه]
organiser-unset = [اسم الجهة المنظِّمة]
contact-unset = [عنوان الجهة المنظِّمة]
privacy-url-unset = [رابط سياسة الخصوصية الخاصة بها]
hosting-unset = [البلد الذي تُحفظ فيه البيانات]
story-page = القصة، الصفحة { $page } من { $pages }

name-heading = باسمكم أم من دونه؟
name-recipient = لم يُسجَّل أي توقيع بعد. وستُوجَّه الرسالة إلى:
name-choice = إن ذكرتم اسمًا، فسيظهر في أسفل الرسالة حيث يراه من يقرؤونها. وإن كان ذلك قد يعرّضكم أو يعرّض المقربين منكم للخطر، فوقّعوا من دون اسم.
name-offered = اسمكم الظاهر على هذه المنصة هو { $name }.
name-typed = أنتم على وشك التوقيع باسم { $name }: هل هذا ما تريدونه؟
name-visible = سيظهر الاسم في أسفل الرسالة، حيث يراه من يقرؤونها.
name-or-command = كتبتم { $name }. هل قصدتم الأمر { $command }، أم هذا اسمكم؟
correct-heading = تصحيح الاسم
correct-choice = كيف تريدون أن يظهر اسمكم في أسفل الرسالة؟ هناك يراه من يقرؤونها، ويمكنكم أيضًا التوقيع من دون اسم. يبقى توقيعكم كما هو إلى أن تضغطوا على زر من أزرار التوقيع، وعندئذ يحلّ الاختيار الجديد محلّ القديم فورًا. ويظل ذلك توقيعًا واحدًا، ويبقى إيصالكم كما هو.

thanks-word = شكرًا لكم
thanks-recorded = سُجّل توقيعكم.
thanks-receipt = إيصالكم: { $receipt }
thanks-withdraw = إن غيّرتم رأيكم، فالأمر { $command } يسحب توقيعكم ويمحوه.


## Why a screen is shown: one line above it

why-resumed = أهلًا بكم من جديد. لنتابع من حيث توقفتم.
why-stale = هذا الزر تابع لرسالة سابقة، ولذلك لم يتغيّر شيء. أنتم الآن هنا:
why-buttons = يُرجى استخدام الأزرار أدناه. والأمر { $command } يبيّن ما يمكنكم فعله هنا غير ذلك.
why-changed = تغيّر هذا النص بعد أن قرأتموه، وهذه صيغته الجديدة. لم يُسجَّل أي توقيع بعد.
why-changed-signed = تغيّر هذا النص منذ توقيعكم، وهذه صيغته الجديدة. ويبقى توقيعكم كما هو إلى أن توقّعوا بالاسم الجديد.
why-language-gone = لم تعد العريضة متاحة باللغة التي اخترتموها، ولذلك سنتابع بهذه اللغة: { $language }.
why-not-open = العريضة ليست مفتوحة للتوقيع في الوقت الحالي. لم يُسجَّل أي توقيع.
why-paused = التوقيع متوقف مؤقتًا، ولم يُسجَّل أي توقيع. نرجو العودة لاحقًا.
why-closed = أُغلقت العريضة في هذه الأثناء. لم يُسجَّل أي توقيع.
why-already-signed = لقد وقّعتم في { $day }. يكفي توقيع واحد.
why-display-name = تغيّر اسمكم الظاهر على هذه المنصة. يُرجى التحقق منه قبل التوقيع.
why-display-name-signed = تغيّر اسمكم الظاهر على هذه المنصة. ولم يُستبدل شيء بعد: يُرجى التحقق منه.
why-kept = يبقى توقيعكم قائمًا.
why-corrected = صُحّح اختياركم للاسم. والتوقيع ما زال هو نفسه، وإيصاله لم يتغيّر.
why-correction-gone = سُحب توقيعكم في هذه الأثناء، فلم يعد هناك اسم لتصحيحه. ولم يُسجَّل أي توقيع.
why-correction-too-late = لا يمكن تصحيح الأسماء الآن. ويبقى توقيعكم كما هو.


## Why a name is refused

name-empty = لم نجد اسمًا في ما كتبتموه. يُرجى كتابة اسم، أو التوقيع من دون اسم.
name-no-letter = لا بد أن يحتوي الاسم على حرف أو رقم واحد على الأقل. يُرجى كتابته من جديد، أو التوقيع من دون اسم.
name-too-long = هذا أطول مما تتسع له الرسالة. يُرجى كتابة اسم أقصر (الحد الأقصى لعدد الأحرف: { $most }).
name-control = في ما كتبتموه رموز تحكّم لا تُطبع. يُرجى كتابة الاسم بدلًا من لصقه.
name-invisible = في ما كتبتموه رموز غير مرئية، أو رموز تعكس اتجاه النص. يُرجى كتابة الاسم بدلًا من لصقه.
name-unreadable = في ما كتبتموه رموز لا تُطبع في كل مكان. يُرجى استخدام الحروف: كل اللغات مقبولة.
name-marks = على أحد الحروف علامات أكثر مما يمكن طباعته. يُرجى كتابة الاسم بصورة أبسط.
name-address = يُرجى كتابة اسم فقط، بلا روابط ولا عناوين ولا أسماء مستخدمين تبدأ بالعلامة @. وإن كانت في الاسم نقطة، فيُرجى ترك مسافة بعدها.


## Forms, and the questions that replace them

name-form-title = اسمكم
name-form-label = الاسم
name-form-hint = كما تريدون أن يظهر في أسفل الرسالة
name-form-submit = متابعة
name-question = يُرجى إرسال الاسم في رسالة هنا، كما تريدون أن يظهر في أسفل رسالة العريضة. لم يُسجَّل أي توقيع بعد: سترون الاسم مرة أخرى قبل ذلك.
correct-question = يُرجى إرسال الاسم في رسالة، كما تريدون أن يظهر في أسفل رسالة العريضة. ويبقى توقيعكم كما هو: سترون الاسم الجديد مرة أخرى قبل ذلك.
receipt-form-title = سحب توقيع
receipt-form-label = الإيصال
receipt-form-hint = الإيصال الذي تسلّمتموه عند التوقيع
receipt-form-submit = سحب التوقيع
receipt-question = يُرجى إرسال الإيصال في رسالة هنا. وعندئذ يُمحى فورًا التوقيع الذي يخصه هذا الإيصال.
receipt-unknown = لا يوجد توقيع بهذا الإيصال. يُرجى مقارنته حرفًا حرفًا بالإيصال الذي تسلّمتموه. وإن كان التوقيع قد سُحب من قبل، فلم يعد موجودًا هنا.


## Answers to the commands

share-intro = شكرًا لمشاركتكم هذه القصة مع غيركم. النص لا يذكر شيئًا عنكم، ولا يكشف إن كنتم قد وقّعتم.
share-label = مشاركة
share-reading = { $headline } – القصة والمطالب والرسالة، للقراءة هنا.
share-outcome = { $headline } – ما آلت إليه القضية، والقصة، للقراءة هنا.
language-ask = اللغة الحالية: { $language }. أي لغة تفضّلون؟

withdraw-ask = هل تريدون سحب توقيعكم؟ سيُمحى فورًا، ومعه اسمكم إن كنتم قد ذكرتموه.
withdraw-handed-over = أما بعد تسليم الرسالة، فلا يمكن استرجاعها.
withdraw-delivered = سُلِّمت الرسالة في { $day }. وإن كنتم قد ذكرتم اسمًا قبل ذلك، فقد يكون واردًا فيها، ولا يمكن استرجاعه.
withdraw-nothing = لا يوجد توقيع من هذا الحساب، فليس هناك ما يُسحب.
withdraw-other-account = إن كنتم قد وقّعتم من حساب آخر، فالإيصال الذي تسلّمتموه هناك يتيح لكم سحب ذلك التوقيع.
withdrawn-heading = سُحب توقيعكم
withdrawn = مُحي توقيعكم، ومعه اسمكم إن كنتم قد ذكرتموه. ويبقى ذلك لبعض الوقت في النسخ الاحتياطية. ولم يعد إيصالكم صالحًا.
withdrawn-receipt = سُحب التوقيع الذي يخصه هذا الإيصال. لقد مُحي، ويبقى لبعض الوقت في النسخ الاحتياطية.
withdrawn-again = شكرًا لوقوفكم معنا. ما دامت العريضة مفتوحة، يمكنكم العودة والتوقيع من جديد.

cancelled-heading = مُحي ما كنا نحفظه من هذه المحادثة
cancelled-unsigned = لم يُسجَّل أي توقيع. ولا نحفظ سوى اللغة التي اخترتموها. أما الرسائل فلا تزال في هذه المحادثة: احذفوها إن كان غيركم قد يطّلع عليها.
cancelled-signed = يبقى توقيعكم قائمًا. وإن أردتم سحبه أيضًا، فاستخدموا الأمر { $command }. أما الرسائل فلا تزال في هذه المحادثة: احذفوها إن كان غيركم قد يطّلع عليها.
declined-heading = شكرًا لكم على القراءة
declined = لم يُسجَّل أي توقيع، ومُحي ما كنا نحفظه من هذه المحادثة، ما عدا اللغة التي اخترتموها. أما الرسائل فلا تزال في هذه المحادثة: احذفوها إن كان غيركم قد يطّلع عليها. وإن غيّرتم رأيكم، فأهلًا بكم هنا في أي وقت.

stop-updates = لم تطلبوا المستجدات، ولذلك لا نحفظ أي وسيلة لمراسلتكم. وليس هناك ما يُوقَف.
stop-instead = لسحب توقيعكم، استخدموا الأمر { $withdraw }. ولمحو ما نحفظه من هذه المحادثة، استخدموا الأمر { $cancel }.

help-heading = ما يمكنكم فعله هنا
help-intro = يمكنكم استخدام هذه الأوامر في أي وقت، من دون أن تفقدوا موضعكم.
help-line = { $command } – { $what }
help-organiser = الجهة التي تدير هذا الروبوت: { $organiser }. ويمكنكم التواصل معها عبر { $contact }.
help-privacy = سياسة الخصوصية الخاصة بها: { $url }

mydata-heading = ما هو محفوظ عنكم
mydata-signed = وقّعتم في { $day } (اللغة: { $language }).
mydata-counted = وتوقيعكم محتسب.
mydata-set-aside = وتوقيعكم قيد المراجعة مع توقيعات أخرى، ولا يُحتسب خلال ذلك. وليس عليكم فعل شيء.
mydata-unsigned = لا يوجد توقيع من هذا الحساب.
mydata-unreadable = توقيعكم قائم، لكن هذا الإصدار من الروبوت لا يستطيع قراءة ما هو محفوظ معه. والأمر { $command } يسحب التوقيع ويمحوه.
mydata-held = يُحفظ مع توقيعكم: اليوم، واللغة، والمنصة، والرابط أو البطاقة التي جئتم منها إن كانت من عندنا، وعمر حسابكم على وجه التقريب. ولا يظهر حسابكم إلا برمز، لا باسمه ولا برقمه.
mydata-name = إن كنتم قد ذكرتم اسمًا، فهو مشفّر. وبعد ساعة على الأكثر لا يعود هذا الروبوت قادرًا على قراءته، ولذلك لا يُعرض هنا.
mydata-correct = إن كان في الاسم خطأ، فيمكنكم تصحيحه أدناه.
mydata-erased = مُحيت الأسماء في { $day }: فإن كنتم قد ذكرتم اسمًا، فلم يعد محفوظًا هنا.
mydata-withdraw = الأمر { $command } يسحب توقيعكم ويمحوه.
mydata-receipt = إيصالكم: { $receipt }
mydata-consent = هذا ما وافقتم عليه:
mydata-texts = النصوص التي عُرضت عليكم عند التوقيع، ومع كل منها بداية بصمته الرقمية (SHA-256)، حتى يظهر أي تغيير لاحق في النص:
mydata-text = { $text } ({ $language }): { $version }
mydata-conversation = ومن أجل هذه المحادثة نحفظ، مشفّرًا، حتى نحو شهر بعد آخر زيارة لكم: لغتكم، وموضعكم في هذه المحادثة، والرابط أو البطاقة التي جئتم منها إن كانت من عندنا، واسم لم توقّعوا به بعد. والأمر { $command } يمحو ذلك كله دفعة واحدة، ما عدا اللغة.
mydata-platform = المنصة التي تنقل هذه المحادثة تستطيع رؤيتها، ولا نستطيع أن نتحكم في ما تحتفظ به. فإن كان ذلك يقلقكم، فاحذفوا المحادثة هنا وعلى أجهزتكم الأخرى.
text-demands = المطالب
text-letter = الرسالة
text-notice = قبل التوقيع
text-privacy = إشعار الخصوصية
text-consent = موافقتكم


## When something went wrong on our side

unconfirmed = لم نتمكن من التأكد من حفظ ذلك. يُرجى المحاولة مرة أخرى بعد قليل.
unconfirmed-once = يمكنكم إعادة المحاولة من دون قلق: لا شيء يُسجَّل مرتين.
apology = حدث خلل من جانبنا، ونعتذر عنه. يُرجى المحاولة مرة أخرى بالأمر { $command }.
lost = فقدت قاعدة بياناتنا بعض أحدث التغييرات، وقد لا يكون آخر ما قلناه لكم صحيحًا بعد الآن. ربما فُقد توقيع كنا قد أكدنا تسجيله، وربما عاد توقيع كنا قد محوناه. نعتذر عن ذلك.
lost-check = يُرجى استخدام الأمر { $mydata } لمعرفة ما هو محفوظ عنكم الآن. وإن لم يكن ذلك ما قررتموه، فيُرجى التوقيع مرة أخرى بالأمر { $sign }، أو سحب توقيعكم مرة أخرى بالأمر { $withdraw }. لا شيء يُسجَّل مرتين.


## The campaign page

page-skip = الانتقال إلى العريضة
page-short-name = عريضة
page-languages = اللغة
page-total-label = عدد من شاركوا في هذا التحرك
page-total-week = منهم { $count } خلال الأيام السبعة الماضية
page-goal-label = الهدف التالي
page-goals-reached = أهداف بلغناها: { $goals }
page-total-unknown = لا يمكن قراءة العدد في الوقت الحالي.
page-offset =
    { $count ->
        [zero] لا يشمل هذا العدد أي مشاركة في هذا التحرك أُحصيت في مكان آخر (المصدر: { $source }، { $day }).
        [one] يشمل هذا العدد مشاركة واحدة في هذا التحرك أُحصيت في مكان آخر (المصدر: { $source }، { $day }).
        [two] يشمل هذا العدد مشاركتين في هذا التحرك أُحصيتا في مكان آخر (المصدر: { $source }، { $day }).
        [few] يشمل هذا العدد { $count } مشاركات في هذا التحرك أُحصيت في مكان آخر (المصدر: { $source }، { $day }).
        [many] يشمل هذا العدد { $count } مشاركةً في هذا التحرك أُحصيت في مكان آخر (المصدر: { $source }، { $day }).
       *[other] يشمل هذا العدد { $count } مشاركة في هذا التحرك أُحصيت في مكان آخر (المصدر: { $source }، { $day }).
    }
page-offsets =
    { $count ->
        [zero] لا يشمل هذا العدد أي مشاركة في هذا التحرك أُحصيت في مكان آخر:
        [one] يشمل هذا العدد مشاركة واحدة في هذا التحرك أُحصيت في مكان آخر:
        [two] يشمل هذا العدد مشاركتين في هذا التحرك أُحصيتا في مكان آخر:
        [few] يشمل هذا العدد { $count } مشاركات في هذا التحرك أُحصيت في مكان آخر:
        [many] يشمل هذا العدد { $count } مشاركةً في هذا التحرك أُحصيت في مكان آخر:
       *[other] يشمل هذا العدد { $count } مشاركة في هذا التحرك أُحصيت في مكان آخر:
    }
offset-entry = { $source }، { $day }: { $count }
page-preview = هذه معاينة للتجربة. التوقيعات هنا تبقى على هذا الحاسوب ولا تُحتسب.
page-noscript = تحتاج المحادثة في هذه الصفحة والعدد المباشر إلى JavaScript. أما بقية الصفحة فيمكن قراءتها من دونه.
page-join-heading = أضيفوا اسمكم، أو وقّعوا من دون اسم
page-join-chat = القراءة والتوقيع هنا
page-join-heading-reading = قراءة العريضة في محادثة
page-join-chat-reading = القراءة هنا
page-join-none = لا يوجد مكان للتوقيع في الوقت الحالي.
page-sign-on = التوقيع على { $platform }
page-read-on = القراءة على { $platform }
page-takes =
    { $minutes ->
        [zero] يستغرق ذلك أقل من دقيقة، باسمكم أو من دونه.
        [one] يستغرق ذلك نحو دقيقة واحدة، باسمكم أو من دونه.
        [two] يستغرق ذلك نحو دقيقتين، باسمكم أو من دونه.
        [few] يستغرق ذلك نحو { $minutes } دقائق، باسمكم أو من دونه.
        [many] يستغرق ذلك نحو { $minutes } دقيقة، باسمكم أو من دونه.
       *[other] يستغرق ذلك نحو { $minutes } دقيقة، باسمكم أو من دونه.
    }
page-scan = هل أنتم أمام حاسوب؟ امسحوا هذا الرمز بهاتفكم.
page-scan-label = رمز QR للرابط إلى { $platform }
page-also = وكذلك على { $platforms }
page-share-heading = انشروا القصة
page-share-intro = هذا ما سيصل إلى من ترسلون إليهم. لا يقول النص شيئًا عنكم، ولا عمّا إذا كنتم قد وقّعتم.
page-share-device = مشاركة
page-share-email = البريد الإلكتروني
page-story-heading = القصة
page-demands-heading = المطالب
page-letter-heading = الرسالة
page-privacy-heading = إشعار الخصوصية
page-source = هذه الوقائع منقولة عن { $organisation }:
page-organiser-heading = من يدير هذه العريضة
page-organiser = الجهة التي تدير هذه العريضة وتتحمل مسؤوليتها: { $organiser }.
page-contact = للتواصل
page-privacy-policy = سياسة الخصوصية: { $organiser }
page-error-heading = لا يمكن عرض هذه الصفحة
page-error-not-found = لا يوجد شيء على هذا العنوان.
page-error-refused = تعذّر فهم الطلب.
page-error-too-many = وردت طلبات كثيرة من شبكتكم. يُرجى الانتظار دقيقة، ثم المحاولة مرة أخرى.
page-error-unavailable = هناك عطل مؤقت. يُرجى المحاولة مرة أخرى بعد دقيقة.
page-error-home = إلى العريضة

## The public log of the total: the page /log

log-link = كيف تطوّر هذا العدد يومًا بعد يوم
log-heading = السجل العلني لهذا العدد
log-intro = يخص كل سطر يومًا واحدًا أو عدة أيام: كم شخصًا وقّع، وكم شخصًا سحب توقيعه، والمجموع. والأسطر مترابطة وموقّعة رقميًا، ليتمكن أي شخص من التحقق من أن أيًّا منها لم يُغيَّر لاحقًا.
log-empty = لا يوجد أي سطر بعد. سيظهر السطر الأول هنا بعد أن يوقّع عشرة أشخاص على الأقل.
log-chart = المجموع من { $from } إلى { $until } في منحنى. وفي النهاية: { $total }.
log-lines-heading = يومًا بعد يوم
log-waiting = لا سطر بعدُ ابتداءً من { $day }. فاليوم الذي فيه عدد من واحد إلى تسعة يُجمع مع الأيام التي تليه في سطر واحد، حتى لا يرى أحد ما فعله شخص بمفرده.
log-older = أسطر أقدم
log-day = الأيام (بالتوقيت العالمي)
log-signed = وُقّعت
log-withdrawn = سُحبت
log-set-aside = استُبعدت
log-released = احتُسبت من جديد
log-offset = أُحصيت في مكان آخر
log-total = المجموع
log-days = من { $from } إلى { $until }
log-correction = تصحيح ({ $change }): { $reason }
log-proof-heading = ما الذي يثبته هذا السجل
log-proof-lines = لم يُغيَّر أي سطر ولم يُحذف ولم يُدرج لاحقًا. ومن احتفظ بالبصمة الموقّعة يستطيع التحقق من أن السجل لا يزال يبدأ بالأسطر نفسها.
log-proof-sums = كل مجموع ينتج عن السطر الذي قبله، والعدد الظاهر في صفحة العريضة ينتج عن السجل.
log-limits-heading = ما الذي لا يثبته
log-limits-accounts = أن كل حساب يعود إلى شخص مختلف. فالحساب يُحتسب مرة واحدة، لكن قد تكون للشخص حسابات عدة.
log-limits-elsewhere = ما أحصاه آخرون. فالسجل لا يبيّن إلا الأعداد التي أُضيفت منهم.
log-limits-people = من الذي وقّع. فلا سطر يخص شخصًا بعينه، ولا يستطيع أحد أن يستعمل السجل ليثبت أو ليعرف أن شخصًا ما وقّع.
log-check-heading = تحققوا بأنفسكم
log-check = البرنامج الذي تعمل به هذه العريضة متاح للجميع. وأمره ⁦verify⁩ يتحقق من هذا السجل عندما يُعطى عنوان هذه الصفحة. احتفظوا بنسخة من الأسطر: فالتحقق التالي يقارن السجل بها.
log-checkpoint = البصمة الموقّعة
log-entries = كل الأسطر، مع البصمة والعدد
log-key = المفتاح العام للسجل. قارنوه بالمفتاح الذي نشرته الجهة المنظِّمة في مكان آخر.

## For other sites, and for a hall

site-paused = التوقيع متوقف مؤقتًا.
site-goal-reached = بلغنا هدف { $goal }
site-read = قراءة العريضة
screen-few = أقل من { $count }
screen-rounded = العدد مقرَّب إلى أدنى عشرة
screen-scan = امسحوا الرمز للقراءة والتوقيع
screen-scan-reading = امسحوا الرمز للقراءة

## The preview chat on the campaign page

chat-heading = القراءة والتوقيع
chat-intro = محادثة قصيرة تأخذكم عبر القصة والرسالة والموافقة. يمكنكم التوقف في أي وقت. ولن يُسجَّل أي توقيع قبل أن تضغطوا في النهاية على زر «التوقيع».
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
chat-shared = تمت مشاركة القصة. شكرًا لكم.
chat-retry = إعادة المحاولة
chat-offline = يبدو أنكم غير متصلين بالإنترنت. اختياركم محفوظ هنا، وسيُرسل عند عودة الاتصال.
chat-too-many = كان ذلك سريعًا جدًا. يُرجى الانتظار قليلًا، ثم المحاولة مرة أخرى.
chat-outdated = هذه الصفحة قديمة. يُرجى إعادة تحميلها.
chat-elsewhere = لا تعمل هذه المحادثة إلا على العنوان { $address }. يُرجى فتح الصفحة هناك. وإن كنتم تديرون هذه العريضة بأنفسكم، فيمكنكم السماح بعنوان آخر من خلال PUBLIC_URL في إعداداتها.


## Cards and servers

command-petition = قراءة عريضة على انفراد، والتوقيع عليها ما دامت مفتوحة
option-receipt = إيصال توقيع من حساب آخر
option-petition = أي عريضة
option-card-language = لغة البطاقة
command-card = نشر بطاقة عن العريضة في هذه القناة، يراها الجميع
command-milestones = منشورات تذكر عدد من وقّعوا عبر هذا الخادم
command-milestones-on = النشر في هذه القناة كلما زاد كثيرًا عدد من وقّعوا عبر هذا الخادم
command-milestones-off = إيقاف هذه المنشورات في هذا الخادم
option-milestones-language = لغة المنشورات
card-refused = ليس لديكم إذن بالكتابة في هذه القناة، ولذلك لم تُنشر أي بطاقة.
card-only-you = ما يُفتح يظهر لكم وحدكم. ولا أحد هنا يرى ما تفعلونه هناك.
card-failed = لا يمكن قراءة العدد في الوقت الحالي، ولذلك لم تُنشر أي بطاقة. يُرجى المحاولة مرة أخرى بعد دقيقة.
server-total =
    { $count ->
        [zero] لم يأتِ أي توقيع عبر هذا الخادم حتى الآن.
        [one] أتى توقيع واحد على الأقل عبر هذا الخادم.
        [two] أتى توقيعان على الأقل عبر هذا الخادم.
        [few] أتت { $count } توقيعات على الأقل عبر هذا الخادم.
        [many] أتى { $count } توقيعًا على الأقل عبر هذا الخادم.
       *[other] أتى { $count } توقيع على الأقل عبر هذا الخادم.
    }
card-too-soon = يُرجى عدم نشر بطاقات كثيرة دفعة واحدة. يمكنكم نشر البطاقة التالية { $moment }.
card-as-of = آخر تحديث: { $moment }.
card-last = آخر تحديث: { $moment }. لن تُحدَّث هذه البطاقة بعد الآن.
card-moved = توجد بطاقة أحدث في هذه القناة. ولن تُحدَّث هذه البطاقة بعد الآن.
button-newer-card = إلى البطاقة الأحدث
share-card = لنشر بطاقة هنا يراها كل من في القناة، استخدموا { $command }.
server-milestone =
    { $count ->
        [zero] لم يوقّع أحد عبر هذا الخادم حتى الآن.
        [one] وقّع شخص واحد عبر هذا الخادم.
        [two] وقّع شخصان عبر هذا الخادم.
        [few] وقّع { $count } أشخاص عبر هذا الخادم.
        [many] وقّع { $count } شخصًا عبر هذا الخادم.
       *[other] وقّع { $count } شخص عبر هذا الخادم.
    }
milestones-on = سينشر الروبوت هنا عدد من وقّعوا عبر هذا الخادم: أعدادًا مقرّبة إلى العشرات فقط، ابتداءً من عشرة، ومن دون ذكر من وقّع أبدًا. ولإيقاف ذلك: { $command }.
milestones-off = لن ينشر الروبوت مثل هذه المنشورات في هذا الخادم بعد الآن.
milestones-refused = لا يمكن تغيير هذا إلا لمن لديهم إذن بإدارة هذا الخادم.
milestones-muted = ليس لدى الروبوت إذن بالكتابة في هذه القناة، ولذلك لم يتغيّر شيء. امنحوه هنا الإذنين «⁨View Channel⁩» و«⁨Send Messages⁩»، وفي سلسلة محادثات الإذن «⁨Send Messages in Threads⁩»، ثم حاولوا مرة أخرى.
discord-invitation = في أي خادم فيه هذا التطبيق، اكتبوا { $command }. وفي أي مكان آخر، أضيفوا التطبيق إلى حسابكم أولًا. ولا يرى الآخرون هناك هذه المحادثة.


## Telegram: the bot's own page, its cards in groups, and clearing the chat

bot-description = اقرؤوا القصة والمطالب والرسالة، ثم قرروا إن كنتم تريدون التوقيع، باسمكم أو من دونه. لن يُسجَّل أي توقيع قبل أن تضغطوا في النهاية على زر «التوقيع»، ويمكنكم سحب توقيعكم في أي وقت.
bot-description-reading = يمكنكم هنا قراءة القصة والمطالب والرسالة. وإن كنتم قد وقّعتم، فيمكنكم سحب توقيعكم في أي وقت.
card-private = تُفتح العريضة في محادثة خاصة. ولا أحد هنا يرى ما تفعلونه هناك.
telegram-invitation = تُفتح محادثة خاصة على تيليغرام.
button-copy-receipt = نسخ الإيصال
button-clear-chat = إفراغ هذه المحادثة
chat-cleared = حُذفت رسائل اليومين الأخيرين. ولم يتأثر توقيعكم. ولإزالة الباقي، احذفوا هذه المحادثة هنا وعلى أجهزتكم الأخرى.
chat-not-cleared = تعذّر حذف الرسائل. يُرجى المحاولة مرة أخرى، أو حذف هذه المحادثة هنا وعلى أجهزتكم الأخرى.


## The letter on paper, when it is handed over

export-signed =
    { $count ->
        [zero] لم يوقّع أحد على هذه الرسالة
        [one] وقّع على هذه الرسالة شخص واحد
        [two] وقّع على هذه الرسالة شخصان
        [few] وقّع على هذه الرسالة { $count } أشخاص
        [many] وقّع على هذه الرسالة { $count } شخصًا
       *[other] وقّع على هذه الرسالة { $count } شخص
    }
export-names = الأسماء
export-anonymous =
    { $count ->
        [zero] لم يوقّع أحد من دون اسم.
        [one] وقّع شخص واحد من دون اسم.
        [two] وقّع شخصان من دون ذكر اسميهما.
        [few] وقّع { $count } أشخاص من دون ذكر أسمائهم.
        [many] وقّع { $count } شخصًا من دون ذكر أسمائهم.
       *[other] وقّع { $count } شخص من دون ذكر أسمائهم.
    }
export-as-of = التوقيعات حتى { $day }
export-total =
    { $count ->
        [zero] لا توقيعات
        [one] توقيع واحد
        [two] توقيعان
        [few] { $count } توقيعات
        [many] { $count } توقيعًا
       *[other] { $count } توقيع
    }
export-organiser = الجهة المنظِّمة: { $organiser }
export-contact = للتواصل: { $contact }
export-letters = الرسائل الموقَّعة
export-letters-why = يرد كل اسم تحت النص الذي عُرض على صاحبه قبل التوقيع.
export-language = اللغة
export-words = النص
export-signatures = التوقيعات
export-words-current = النص الحالي
export-words-former = نص سابق
export-words-since = { $code }، عُرض أول مرة في { $day }
export-unnamed =
    { $count ->
        [zero] لا توقيع من دون اسم:
        [one] توقيع واحد يرد من دون اسم:
        [two] توقيعان يردان من دون اسم:
        [few] { $count } توقيعات ترد من دون أسماء:
        [many] { $count } توقيعًا يرد من دون اسم:
       *[other] { $count } توقيع يرد من دون اسم:
    }
export-omitted =
    { $count ->
        [zero] لم يُحذف أي اسم: { $reason }
        [one] حُذف اسم واحد: { $reason }
        [two] حُذف اسمان: { $reason }
        [few] حُذفت { $count } أسماء: { $reason }
        [many] حُذف { $count } اسمًا: { $reason }
       *[other] حُذف { $count } اسم: { $reason }
    }
export-former-elsewhere =
    { $count ->
        [zero] لا توقيعات أخرى تحت نص سابق.
        [one] هناك توقيع آخر تحت نص سابق لا يرد في هذه الوثيقة.
        [two] هناك توقيعان آخران تحت نص سابق لا يرد في هذه الوثيقة.
        [few] هناك { $count } توقيعات أخرى تحت نص سابق لا يرد في هذه الوثيقة.
        [many] هناك { $count } توقيعًا آخر تحت نص سابق لا يرد في هذه الوثيقة.
       *[other] هناك { $count } توقيع آخر تحت نص سابق لا يرد في هذه الوثيقة.
    }
export-words-lost =
    { $count ->
        [zero] لا توقيعات أخرى تحت نص لم يُحفظ.
        [one] هناك توقيع آخر تحت نص لم يُحفظ، وهو غير وارد في هذه الوثيقة.
        [two] هناك توقيعان آخران تحت نص لم يُحفظ، وهما غير واردين في هذه الوثيقة.
        [few] هناك { $count } توقيعات أخرى تحت نص لم يُحفظ، وهي غير واردة في هذه الوثيقة.
        [many] هناك { $count } توقيعًا آخر تحت نص لم يُحفظ، وهي غير واردة في هذه الوثيقة.
       *[other] هناك { $count } توقيع آخر تحت نص لم يُحفظ، وهي غير واردة في هذه الوثيقة.
    }


## Updates: an occasional message for people who asked for it after signing

button-updates = أخبروني بالمستجدات
button-updates-no = لا، شكرًا
button-updates-yes = نعم، راسلوني هنا
button-updates-open = الانتقال إلى العريضة
button-updates-stop = إيقاف رسائل المستجدات
updates-changed = تغيّر هذا النص بعد أن قرأتموه، وهذه صيغته الجديدة. لم يُحفظ شيء بعد.
updates-on = شكرًا لكم. سنراسلكم هنا كلما كان هناك جديد. والأمر { $command } يوقف ذلك فورًا، في أي وقت.
updates-already = سبق أن طلبتم ذلك، ونحن نراسلكم هنا كلما كان هناك جديد. والأمر { $command } يوقف ذلك فورًا.
updates-off = لن تصلكم رسائل مستجدات بعد الآن. وقد مُحي ما كان محفوظًا لمراسلتكم، ويبقى لبعض الوقت في النسخ الاحتياطية.
updates-reason = تصلكم هذه الرسالة لأنكم طلبتم المستجدات. والأمر { $command } يوقف ذلك فورًا.
withdrawn-updates = ولن تصلكم رسائل مستجدات بعد الآن: فقد مُحي أيضًا ما كان محفوظًا لمراسلتكم.
mydata-updates-on = تصلكم رسائل مستجدات. ومن أجلها تُحفظ وسيلة لمراسلة هذا الحساب، مشفّرةً، مع لغتكم وموافقتكم. والأمر { $command } يمحو ذلك فورًا.
mydata-updates-agreed = طلبتموها في { $day }، بعد قراءة نص (اللغة: { $language }) تبدأ بصمته الرقمية بما يلي: { $version }
mydata-updates-off = لم تطلبوا المستجدات، ولذلك لا تُحفظ أي وسيلة لمراسلتكم.


## Slack: cards, the Home tab, and the answer to staff commands in other channels

button-post-card = نشر بطاقة في هذه القناة
home-private = تُفتح المحادثة في رسالة خاصة من هذا التطبيق، في علامة التبويب Messages. لا يرى الأعضاء الآخرون ما تفعلونه هناك، أما من يديرون مساحة العمل فقد يستطيعون ذلك.
slack-invitation = إن كان هذا التطبيق متاحًا في مساحة عملكم، فاكتبوا فيها { $command }. لا يرى الأعضاء الآخرون ما تفعلونه هناك، أما من يديرون مساحة العمل فقد يستطيعون ذلك.
home-no-total = لا يمكن قراءة العدد في الوقت الحالي.
staff-not-here = عذرًا، لا يمكن فعل ذلك هنا.
staff-unconfirmed = يتعذّر الوصول إلى قاعدة البيانات في الوقت الحالي، فربما تم ذلك وربما لم يتم. يُرجى التحقق بعد دقيقة، ثم المحاولة مرة أخرى إن لزم الأمر.
staff-unread = يتعذّر الوصول إلى قاعدة البيانات في الوقت الحالي. يُرجى المحاولة مرة أخرى بعد دقيقة.
staff-unchecked = تعذّر سؤال Slack الآن عمّا إذا كانت هذه القناة خاصة. لم يتغيّر شيء. يُرجى المحاولة مرة أخرى بعد دقيقة.
staff-only-admins = أوامر الفريق متاحة لمشرفي هذه المجموعة فقط.
staff-unchecked-admin = تعذّر سؤال Telegram الآن عمّا إذا كنتم من مشرفي هذه المجموعة. لم يتغيّر شيء. يُرجى المحاولة مرة أخرى بعد دقيقة.
staff-unposted = لم يسمح Slack بنشر هذا في القناة ({ $code })، ولذلك لا يراه أحد سواكم. يُرجى إبلاغ بقية الفريق.
staff-unposted-picture = تعذّر نشر الصورة في القناة ({ $code }). الأرقام هناك كاملة من دونها.
staff-unposted-part = تعذّر نشر جزء من هذه الرسالة في القناة ({ $code }).
staff-unposted-unsure = لم يؤكّد Slack نشر هذا في القناة ({ $code }). يُرجى التحقق من وجوده هناك.
form-unopened = لم يفتح Slack النموذج. يُرجى الضغط على الزر مرة أخرى.


## Staff: what the people who run the petition read, in their rooms and on the command line

staff-help-heading = ما يمكن للفريق القيام به هنا
staff-help-line = { $command }: { $what }
staff-help-total = المجموع والوتيرة والهدف التالي
staff-help-report = من أين تأتي التوقيعات، مع صورة
staff-help-chart = الصورة وحدها
staff-help-milestones = الإعلان هنا عن بلوغ كل هدف
staff-help-digest = التقرير اليومي، في هذه الساعة من هذه المنطقة الزمنية
staff-help-digest-weekly = التقرير الأسبوعي، كل يوم اثنين في هذه الساعة من هذه المنطقة الزمنية
staff-help-quarantine = إخراج توقيعات من المجموع، بحسب المصدر أو بحسب الأيام (⁦2027-01-15⁩ أو ⁦2027-01-15..2027-01-20⁩ أو ⁦2027-01-15..⁩)، ولا يُحذف شيء. ومع ⁦--hold⁩ تُستبعد أيضًا التوقيعات الجديدة من النوع نفسه
staff-help-quarantine-facts = الشيء نفسه بحسب عدة معايير معًا: اذكروا ما يهمّكم منها، فتُستبعد التوقيعات التي تستوفيها كلها. وعمر الحساب ⁦AGE⁩ هو ⁦under-7-days⁩ أو ⁦7-to-30-days⁩ أو ⁦older⁩ أو ⁦unknown⁩
staff-help-list = كل عمليات الاستبعاد: ما استُبعد، ومن استبعده، ومتى، ولماذا
staff-help-release = إعادة التوقيعات التي شملتها عملية استبعاد
staff-help-pause = إيقاف التوقيع على كل المنصات
staff-help-resume = فتح التوقيع من جديد
staff-help-help = هذه القائمة
staff-problem-command = لا يوجد أمر كهذا. لم يتغيّر شيء.
staff-problem-extra = في ما كتبتموه أكثر مما يقبله هذا الأمر. لم يتغيّر شيء.
staff-problem-petition = حدّدوا العريضة المقصودة: أضيفوا ⁦--petition⁩ واسمها ({ $names }). لم يتغيّر شيء.
staff-problem-period = يكون التقرير عن ⁦today⁩ أو ⁦7d⁩ أو ⁦30d⁩ أو ⁦all⁩.
staff-problem-switch = اكتبوا ⁦on⁩ أو ⁦off⁩. لم يتغيّر شيء.
staff-problem-digest = اكتبوا ⁦on⁩ أو ⁦weekly⁩ أو ⁦off⁩. لم يتغيّر شيء.
staff-problem-hour = اكتبوا الساعة على هذا النحو: ⁦09:00⁩ (من ⁦00:00⁩ إلى ⁦23:59⁩)، ثم اسم منطقة زمنية، مثل ⁦Africa/Casablanca⁩. لم يتغيّر شيء.
staff-problem-selection = اذكروا مصدرًا واحدًا برمزه (⁦-⁩ للتوقيعات التي بلا رمز)، أو أيامًا (⁦2027-01-15⁩ أو ⁦2027-01-15..2027-01-20⁩ أو ⁦2027-01-15..⁩، على أن يسبق اليومُ الأول اليومَ الأخير)، أو استعملوا ⁦--source⁩ و⁦--days⁩ و⁦--platform⁩ و⁦--language⁩ و⁦--age⁩ (⁦under-7-days⁩ أو ⁦7-to-30-days⁩ أو ⁦older⁩ أو ⁦unknown⁩) منفردة أو معًا، كلًّا منها مرة واحدة. لم يتغيّر شيء.
staff-problem-reason = اذكروا السبب لمن سيطّلع عليه لاحقًا: ⁦--reason "…"⁩، على ألا يتجاوز عدد أحرفه { $most }. لم يتغيّر شيء.
staff-problem-hold = الخيار ⁦--hold⁩ يخصّ التوقيعات الجديدة: يجب ألا تنتهي الأيام قبل اليوم. لم يتغيّر شيء.
staff-problem-number = اذكروا عملية الاستبعاد برقمها في القائمة. لم يتغيّر شيء.
staff-total-heading = المجموع: { $total }
staff-utc = { $time } بالتوقيت العالمي
staff-as-of = حتى الساعة { $time }.
staff-total-made = أُحصي في مكان آخر: { $offset }. جُمع هنا: { $collected }.
staff-total-log = السجل العلني للمجموع: { $address }
staff-total-today = التوقيعات اليوم، منذ { $from }: { $count }.
staff-total-yesterday = التوقيعات أمس حتى { $from }: { $before }؛ وحتى { $until }: { $after }.
staff-total-week = مقارنةً باليوم نفسه من الأسبوع الماضي في مثل هذا الوقت: { $difference } (نحو { $before } حينها).
staff-total-hour = هذه الساعة، منذ { $time }: { $count }.
staff-total-day = زيادة المجموع في آخر 24 ساعة: { $count }.
staff-goal = الهدف التالي: { $goal }. المتبقي لبلوغه: { $missing }.
staff-goal-none = بلغنا الهدف الأخير، وهو { $goal }.
staff-goal-hours = الوقت المتبقي بوتيرة آخر 24 ساعة (بالساعات): نحو { $hours }.
staff-goal-day = بوتيرة آخر 24 ساعة، يُتوقع بلوغه في حدود { $day }.
staff-goal-unsure = التوقيعات في آخر 24 ساعة أقل من أن تتيح تقدير موعد بلوغه.
staff-goal-week-hours = الوقت المتبقي بوتيرة آخر 7 أيام (بالساعات): نحو { $hours }.
staff-goal-week-day = بوتيرة آخر 7 أيام، يُتوقع بلوغه في حدود { $day }.
staff-goal-week-unsure = التوقيعات في آخر 7 أيام أقل من أن تتيح تقدير موعد بلوغه.
staff-is-paused = التوقيع متوقف مؤقتًا.
staff-is-closed = العريضة مغلقة.
staff-last-day = في { $day } تُمحى جميع الأسماء، ولا يستطيع أحد التوقيع ابتداءً من ذلك اليوم.
staff-column-count = التوقيعات
staff-column-channel = المنصة
staff-column-locale = اللغة
staff-column-source = المصدر
staff-column-age = عمر الحساب
staff-column-status = الحالة
staff-column-moved = ما حدث
staff-row-sum = المجموع
staff-row-rest = أخرى
staff-row-no-source = بلا رمز
staff-row-preview-chat = محادثة المعاينة
staff-age-new = أقل من 7 أيام
staff-age-young = من 7 إلى 30 يومًا
staff-age-older = أقدم
staff-age-unknown = غير معروف
staff-status-counted = محتسبة
staff-status-set-aside = مستبعدة
staff-moved-signed = سُجّلت
staff-moved-left = سُحبت
staff-moved-set-aside = استُبعدت
staff-moved-released = أُعيدت
staff-report-today = تقرير: اليوم، { $day } (بالتوقيت العالمي)
staff-report-days = تقرير: من { $from } إلى { $until } (بالتوقيت العالمي)
staff-report-all = تقرير: كل التوقيعات
staff-report-moment = كل الأرقام تخص لحظة واحدة: { $time }. والمجموع { $total }.
staff-report-signed = التوقيعات التي سُجّلت في هذه المدة:
staff-report-counted = التوقيعات المحتسبة:
staff-report-too-few = عددها أقل من { $least }، وهو عدد لا يتيح بيان مصدرها.
staff-report-folded = الأعداد التي تقل عن { $least } مجموعة تحت «أخرى»، ومعها العدد الذي يليها عند الحاجة، حتى لا يمكن التعرف على شخص بعينه.
staff-chart-hours = التوقيعات في كل ساعة، { $day } (بالتوقيت العالمي)
staff-chart-days = التوقيعات في كل يوم (بالتوقيت العالمي)
staff-chart-weeks = التوقيعات في كل أسبوع، بحسب أول أيامه (بالتوقيت العالمي)
staff-chart-months = التوقيعات في كل شهر (بالتوقيت العالمي)
staff-chart-total = المجموع
staff-chart-total-from = المجموع (يبدأ المحور من { $start })
staff-chart-new = التوقيعات الجديدة
staff-chart-left = المسحوبة
staff-chart-left-some = المسحوبة (دون الأعداد الصغيرة)
staff-chart-goal = الهدف { $goal }
staff-chart-goal-above = الهدف { $goal } (أعلى من هذا المحور)
staff-chart-goal-reached = الهدف { $goal } (تحقّق)
staff-chart-rest = غير مبيّنة على حدة
staff-chart-running = العمود الأخير: لم ينتهِ بعد
staff-chart-most = أعلى عدد: { $count } ({ $when }).
staff-chart-running-when = العمود الأخير ({ $when }) لم ينتهِ بعد.
staff-chart-growth = ارتفع المجموع من { $from } إلى { $until }، والهدف { $goal }.
staff-chart-failed = تعذّر رسم الصورة. الأرقام هنا كاملة من دونها.
staff-milestones-on = من الآن فصاعدًا، يُعلن هنا عن الأهداف عند بلوغها. والهدف التالي هو { $goal }.
staff-milestones-none = من الآن فصاعدًا، يُعلن هنا عن الأهداف عند بلوغها، لكننا بلغناها كلها: أضيفوا أهدافًا أخرى إلى إعدادات العريضة.
staff-milestones-off = لن يُعلن هنا عن الأهداف بعد الآن.
staff-milestone-heading = بلغنا { $goal }
staff-milestone = المجموع الآن { $total }. شكرًا لكل من يسهمون في هذه العريضة.
staff-digest-on = سيصل التقرير اليومي إلى هنا من الآن فصاعدًا. والتقرير التالي في { $next } ({ $zone }).
staff-digest-weekly-on = سيصل التقرير الأسبوعي إلى هنا من الآن فصاعدًا. والتقرير التالي في { $next } ({ $zone }).
staff-digest-off = لن يصل التقرير اليومي ولا الأسبوعي إلى هنا بعد الآن.
staff-digest-heading = التقرير اليومي، { $moment } ({ $zone })
staff-digest-weekly-heading = التقرير الأسبوعي، { $moment } ({ $zone })
staff-digest-pace = التوقيعات في آخر 7 أيام: { $count }. مقارنةً بالأيام السبعة السابقة: { $difference }.
staff-digest-best = أفضل يوم: { $day } ({ $count }).
staff-what-source = المصدر { $source }
staff-what-platform = المنصة { $platform }
staff-what-language = اللغة { $language }
staff-what-age = عمر الحساب: { $age }
staff-what-days = من { $from } إلى { $until } (بالتوقيت العالمي)
staff-what-since = منذ { $from } (بالتوقيت العالمي)
staff-what-until = حتى { $until } (بالتوقيت العالمي)
staff-what-hold = { $what }، مع التوقيعات الجديدة
staff-quarantine-heading = هل تُستبعد هذه التوقيعات؟ { $what }
staff-quarantine-count = التوقيعات التي ستخرج من المجموع: { $count } على الأقل.
staff-quarantine-already = مستبعدة من قبل، وستشملها هذه العملية أيضًا: { $count } على الأقل.
staff-quarantine-hold = تُستبعد التوقيعات الجديدة من هذا النوع فور وصولها، إلى أن يُرفع الاستبعاد.
staff-quarantine-kept = لا يُحذف شيء: يمكن إعادة كل التوقيعات، ويبقى بإمكان الناس سحب توقيعاتهم. ويُحفظ ما استُبعد، ومتى، ولماذا، ورمز لعضو الفريق.
staff-reason = السبب: { $reason }
staff-quarantine-few = عدد التوقيعات التي ستخرج بهذا من المجموع أقل من { $least }. ولا يُستبعد عدد بهذه القلة أبدًا، لأن المجموع قد يكشف هل وقّع شخص بعينه. وسّعوا الاختيار. لم يتغيّر شيء.
staff-quarantine-near = الفرق بين هذا الاختيار واختيار الاستبعاد رقم { $number } أقل من { $least } من التوقيعات، وهما معًا قد يكشفان هل وقّع شخص بعينه. كرّروا اختيار ذلك الاستبعاد كما هو، أو اختاروا ما يختلف عنه أكثر. لم يتغيّر شيء.
staff-quarantine-unknown = لا تذكر إعدادات العريضة هذا المصدر، وعدد التوقيعات الآتية منه التي ستخرج من المجموع أقل من { $least }. لم يتغيّر شيء.
staff-quarantine-done = الاستبعاد رقم { $number } سارٍ. التوقيعات التي خرجت من المجموع: { $count }.
staff-release-heading = هل تُعاد هذه التوقيعات؟ الاستبعاد رقم { $number }، { $what }
staff-release-count = التوقيعات التي ستُحتسب من جديد: { $count }.
staff-release-staying = يشملها استبعاد آخر، وتبقى خارج المجموع: { $count }.
staff-release-unknown = لا يوجد استبعاد رقمه { $number }. لم يتغيّر شيء.
staff-release-already = سبق رفع الاستبعاد رقم { $number }. لم يتغيّر شيء.
staff-release-done = رُفع الاستبعاد رقم { $number }. التوقيعات التي تُحتسب من جديد: { $count }.
staff-list-heading = عمليات الاستبعاد
staff-list-none = لم يُستبعد أي توقيع قط.
staff-list-older = عمليات أقدم لا تظهر هنا: { $count }.
staff-list-entry = الاستبعاد رقم { $number }: { $what }
staff-list-held = التوقيعات المشمولة الآن: { $count }.
staff-list-set = استُبعدت في { $moment }، برمز الفريق { $who }.
staff-list-released = رُفع الاستبعاد في { $moment }، برمز الفريق { $who }.
staff-pause-heading = هل يُوقف التوقيع على كل المنصات؟
staff-pause-ask = يُخبَر من يأتون للتوقيع بأنه متوقف مؤقتًا. أما القراءة والسحب وكل ما عداهما فيستمر.
staff-paused = أُوقف التوقيع مؤقتًا على كل المنصات.
staff-paused-already = التوقيع متوقف من قبل.
staff-resume-heading = هل يُفتح التوقيع من جديد على كل المنصات؟
staff-resume-ask = سيعود التوقيع عندئذ ممكنًا.
staff-resumed = التوقيع مفتوح من جديد على كل المنصات.
staff-resumed-already = التوقيع ليس متوقفًا.
staff-pausing-since = منذ { $moment }، برمز الفريق { $who }.
staff-done-by = سُجّل ذلك برمز الفريق { $who }: وهو يدل على عضو واحد من الفريق، ولا يكشف اسم أحد.
staff-closed = العريضة مغلقة منذ { $day }: لا يمكن لأحد التوقيع.
staff-button-set-aside = استبعاد
staff-button-release = إعادة
staff-button-pause = إيقاف التوقيع مؤقتًا
staff-button-resume = فتح التوقيع من جديد
staff-button-cancel = عدم فعل شيء
staff-button-refresh = تحديث
staff-button-week = 7 أيام
staff-button-month = 30 يومًا
staff-button-chart = رسم بياني
staff-confirm-within =
    { $minutes ->
        [zero] لم يتغيّر شيء بعد. أكّدوا الآن.
        [one] لم يتغيّر شيء بعد. أكّدوا في غضون دقيقة واحدة.
        [two] لم يتغيّر شيء بعد. أكّدوا في غضون دقيقتين.
        [few] لم يتغيّر شيء بعد. أكّدوا في غضون { $minutes } دقائق.
        [many] لم يتغيّر شيء بعد. أكّدوا في غضون { $minutes } دقيقة.
       *[other] لم يتغيّر شيء بعد. أكّدوا في غضون { $minutes } دقيقة.
    }
staff-confirm-unknown = لا يوجد هنا ما يمكن تأكيده: فقد تم ذلك من قبل، أو فات الأوان، أو طلبه شخص آخر. لم يغيّر هذا شيئًا.
staff-confirm-changed = في هذه الأثناء أُضيفت توقيعات أو سُحبت، ولذلك لم يُنفَّذ شيء. هذا هو الوضع الآن. وإن كانت تُضاف وتُسحب بسرعة كبيرة، فاستعملوا ⁦--hold⁩، أو أوقفوا التوقيع أولًا.
staff-alert-heading = تنبيه
staff-alert-over = عاد كل شيء إلى طبيعته
staff-alert-drift = إعادة العد اليومية لا تطابق الحصيلة. عدد المواضع المختلفة: { $count }. لا بد أن أحدًا غيّر قاعدة البيانات يدويًا، أو أن إصدارًا أقدم استعاد نسخة احتياطية: شغّلوا ⁦reconcile⁩ في سطر الأوامر، واعرفوا أيّهما حدث قبل أي شيء آخر.
staff-alert-drift-over = أصبحت نتيجة إعادة العد مطابقة للحصيلة من جديد.
staff-alert-names = وجدت إعادة العد اليومية أسماء لا يستطيع أحد قراءتها: المفتاح الذي شُفّرت به غير موجود في قاعدة البيانات. عدد التوقيعات المعنية: { $count }. وهي لا تزال محتسبة. شغّلوا ⁦reconcile⁩ في سطر الأوامر، واحتفظوا بكل النسخ الاحتياطية: قد يكون المفتاح في إحداها.
staff-alert-names-over = لم يعد أي اسم بلا مفتاحه.
staff-alert-log = السجل العلني للمجموع لا يطابق التوقيعات. الفرق: { $count }. ولن يُصحَّح ذلك من تلقاء نفسه: شغّلوا ⁦reconcile⁩ في سطر الأوامر، واعرفوا السبب، ثم أضيفوا سطرًا يذكره.
staff-alert-log-over = السجل العلني للمجموع يطابق التوقيعات من جديد.
staff-alert-log-stopped = لم يعد يُضاف شيء إلى السجل العلني للمجموع: أسطره ليست الأسطر التي وُقّعت، أو أن بعضها ناقص. شغّلوا ⁦reconcile⁩ في سطر الأوامر قبل أي شيء آخر.
staff-alert-log-stopped-over = عادت الأسطر تُضاف إلى السجل العلني للمجموع.
staff-alert-last-day = في { $day } تُمحى جميع الأسماء، حتى إن لم تُسلَّم الرسالة، ولا يستطيع أحد التوقيع ابتداءً من ذلك اليوم. وهذا وعد في إشعار الخصوصية. سلّموا الرسالة قبل ذلك اليوم، وسجّلوا التسليم بالأمر ⁦close --delivered⁩ في سطر الأوامر.
staff-last-day-heading = آخر يوم لحفظ الأسماء
staff-last-day-moved = لم يعد هذا التنبيه قائمًا: فقد سُجّل تسليم الرسالة، أو أصبحت الإعدادات تذكر يومًا آخر.
staff-last-day-over = مُحيت الأسماء في { $day }، كما يعد إشعار الخصوصية. يبقى العدد كما هو، ولا يزال بإمكان الناس سحب توقيعاتهم. أتلفوا الآن النسخ الاحتياطية التي لا تزال تحوي أسماء.
staff-alert-store = يتعذّر الوصول إلى قاعدة البيانات منذ الساعة { $time }. لا يمكن لأحد التوقيع في هذه الأثناء، ويُطلب من الناس إعادة المحاولة.
staff-alert-store-over = عاد الاتصال بقاعدة البيانات عند الساعة { $time }.
staff-alert-lost = لم يعد في قاعدة البيانات ما قيل للناس إنه سُجّل فيها. عدد من لاحظوا ذلك حتى الآن: { $count }. لا بد أن قاعدة البيانات رجعت إلى حالة سابقة، مثل حالة خادم احتياطي متأخر عنها. يُطلب من كل منهم أن يتحقق، وأن يوقّع أو يسحب توقيعه مرة أخرى. وقد لا يعلم غيرهم بالأمر بعد: أخبروا الناس حيث سيقرؤون ذلك.
staff-alert-lost-over = لم يلاحظ أحد تغييرًا مفقودًا منذ ساعة.
staff-alert-platform = يتعذّر الوصول إلى { $platform } منذ الساعة { $time }. لا يمكن لأحد التوقيع هناك في هذه الأثناء.
staff-alert-platform-over = عاد الاتصال مع { $platform } عند الساعة { $time }.
staff-alert-source = المصدر: { $source }. تجاوز عدد التوقيعات منه في ساعة واحدة { $count }. إن لم تكونوا تتوقعون ذلك، فانظروا في التقرير، واستبعدوها إلى أن تعرفوا المزيد:
staff-alert-source-over = عاد عدد التوقيعات من المصدر { $source } إلى المعتاد.
staff-alert-source-day = المصدر: { $source }. تجاوز عدد التوقيعات منه خلال 24 ساعة { $count }. إن لم تكونوا تتوقعون ذلك، فانظروا في التقرير، واستبعدوها إلى أن تعرفوا المزيد:
staff-alert-source-day-over = عاد المصدر { $source } إلى عدد عادي من التوقيعات خلال 24 ساعة.
staff-alert-wave = عدد الموقّعين أكبر بكثير من المعتاد:
staff-alert-wave-advice = قد يكون وراء ذلك مقال أو نشرة بريدية، أو برنامج آلي. إن لم يستطع أحد تفسيره، فانظروا في التقرير: الأمر ⁦quarantine⁩ يستبعد التوقيعات إلى أن تعرفوا المزيد، والأمر ⁦release⁩ يعيدها.
staff-alert-wave-over = عاد عدد التوقيعات إلى المعتاد:
staff-wave-name = { $column }: { $value }
staff-wave-hour = { $name } – خلال ساعة: { $count }، والمعتاد في هذا الوقت من اليوم: { $usual }
staff-wave-day = { $name } – اليوم (بالتوقيت العالمي): { $count }، والمعتاد ليوم كامل: { $usual }
staff-wave-few = أقل من { $count }
staff-alert-stop = لم يوقّع أحد منذ الساعة { $time }. عدد التوقيعات أمس في الساعة التي تلي هذا الوقت: { $count }. جرّبوا التوقيع بأنفسكم، وانظروا في ⁦/readyz⁩ وفي سجل الخادم.
staff-alert-stop-over = عاد الناس إلى التوقيع.
staff-alert-stop-ended = لا يمكن لأحد التوقيع الآن، فلم يعد للتنبيه بتوقّف التوقيعات محل.
staff-alert-leaving = التوقيعات المسحوبة خلال ساعة: { $count }. ابحثوا عن السبب: ربما يتعرّض الناس لضغوط، أو تنتشر شائعة، أو في أحد النصوص خطأ.
staff-alert-leaving-over = عاد عدد التوقيعات المسحوبة إلى المعتاد.
