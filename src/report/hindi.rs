//! Hindi: what a finding says, as a shopkeeper would.
//!
//! `{0}`, `{1}` are the places of the English. What fills them has any gender and number, so no
//! verb or adjective agrees with it. Names and values of the API stay as they are.
//!
//! What has no Hindi is said in English. A test of `catalogue.rs` lists what lacks.

use super::MessageId;
use super::message::{ChangeReason, Noun};

/// The template of a message, if there is one.
pub(super) const fn template(msg: MessageId) -> Option<&'static str> {
    Some(match msg {
        // Text and shape
        MessageId::SyntaxEmpty => "भेजा गया JSON खाली है; JSON ऑब्जेक्ट भेजें",
        MessageId::SyntaxCut => "भेजा गया JSON बीच में ही खत्म हो गया; आगे {0} चाहिए, पूरा JSON भेजें",
        MessageId::SyntaxUnexpected => "यहाँ {0} चाहिए, पर {1} लिखा है; इसे ठीक करें",
        MessageId::SyntaxAfter => "JSON यहाँ पूरा हो चुका है, पर आगे {0} भी लिखा है; बाद का सब हटाएँ",
        MessageId::SyntaxControl => "टेक्स्ट में कंट्रोल कैरेक्टर (जैसे नई लाइन या टैब) सीधे लिखा है; उसे `\\n` जैसे escape से लिखें",
        MessageId::SyntaxEscape => "{0} JSON में नहीं चलता; बैकस्लैश के लिए `\\\\` लिखें, या `\\u` के बाद चार hex अंक",
        MessageId::SyntaxUtf8 => "भेजा गया JSON UTF-8 में नहीं है; इसे UTF-8 में भेजें",
        MessageId::SyntaxBom => "भेजे गए JSON की शुरुआत में BOM (byte order mark) है; उसे हटाएँ",
        MessageId::TooDeep => "JSON में {0} से ज़्यादा लेवल हैं; लेवल कम करें या ऑप्शन `maxDepth` बढ़ाएँ",
        MessageId::TooManyBytes => "JSON {0} बाइट का है, सीमा {1} बाइट की है; इसे छोटा करें या ऑप्शन `maxBytes` बढ़ाएँ",
        MessageId::DuplicateKey => "{0} यहाँ दूसरी बार आया है; एक ही रखें, पता नहीं सामने वाला कौन-सा मानेगा",
        MessageId::Missing => "{0} नहीं दिया गया; इसे देना ज़रूरी है",
        MessageId::MissingAdvised => "{0} नहीं दिया गया; API का पेज नहीं बताता कि यह ज़रूरी है या नहीं, शायद ज़रूरी है, इसे दें",
        MessageId::MissingPlaces => "interState नहीं दिया गया; इसे दें, या supplierState (या supplierGstin) और placeOfSupply दें",
        MessageId::MissingHeads => {
            "पता नहीं चलता कि CGST और SGST लगेगा या IGST; supplierDetails.gstin (या supplierDetails.stateCode) और buyerDetails.placeOfSupply दें"
        }
        MessageId::MissingRandom => "objectId नहीं दिया गया; इसे दें, या `random` में कोई भी 32 अंग्रेज़ी अक्षर या अंक दें",
        MessageId::MissingStanding => "ऑप्शन `current` नहीं दिया गया; इसमें अभी का इनवॉइस objectVersion और statusTransition के साथ दें",
        MessageId::MissingForGoods => "{0} नहीं दिया गया; माल (goods) के लिए इनवॉइस रजिस्ट्रेशन पोर्टल इसे माँगता है, इसे दें",
        MessageId::MissingForExport => "{0} नहीं दिया गया; एक्सपोर्ट के लिए इनवॉइस रजिस्ट्रेशन पोर्टल इसे माँगता है, इसे दें",
        MessageId::NullRequired => "{0} null (खाली) है; इसे देना ज़रूरी है, वैल्यू भेजें",
        MessageId::NullAnswered => "{0} null (खाली) है; API के पेज पर यहाँ या तो वैल्यू होती है या फ़ील्ड ही नहीं होता, जवाब जाँच लें",
        MessageId::NullOptional => "{0} null (खाली) नहीं हो सकता; वैल्यू भेजें या यह फ़ील्ड न भेजें",
        MessageId::WrongType => "{0} में {2} है; इसकी जगह {1} भेजें",
        MessageId::PayloadType => "भेजा गया JSON {1} है; इसकी जगह {0} भेजें",
        MessageId::EmptyObject => {
            "{0} में `{}` है, यह API के पेज का सिर्फ़ नमूना है; मिटाना हो तो null भेजें, भरना हो तो वैल्यू, जैसा है वैसा रखना हो तो यह फ़ील्ड न भेजें"
        }
        MessageId::Stray => "{0} नाम का कोई फ़ील्ड या ऑप्शन यहाँ नहीं है; इसे हटाएँ या स्पेलिंग जाँच लें",
        MessageId::StrayNear => "{0} नाम का कोई फ़ील्ड या ऑप्शन यहाँ नहीं है; क्या आपका मतलब {1} है?",
        MessageId::Unknown => "{0} नाम का फ़ील्ड API के पेज पर नहीं है; इसे हटाएँ या स्पेलिंग जाँच लें",
        MessageId::UnknownNear => "{0} नाम का फ़ील्ड API के पेज पर नहीं है; क्या आपका मतलब {1} है?",
        MessageId::Empty => "{0} खाली है; इसे भरना ज़रूरी है",
        MessageId::EmptyLikely => "{0} खाली है; वैल्यू भेजें या यह फ़ील्ड न भेजें",
        MessageId::TooShort => "{0} की लंबाई {1} अक्षर है; API को {2} अक्षर चाहिए, पूरा लिखें",
        MessageId::TooShortLikely => {
            "{0} की लंबाई {1} अक्षर है; API का पेज सीमा नहीं बताता, पर e-invoice और ऐसे दूसरे फ़ील्ड में {2} अक्षर चलते हैं, जाँच लें"
        }
        MessageId::TooLong => "{0} की लंबाई {1} अक्षर है; API {2} अक्षर लेता है, इसे छोटा करें",
        MessageId::TooLongLikely => {
            "{0} की लंबाई {1} अक्षर है; API का पेज सीमा नहीं बताता, पर e-invoice और ऐसे दूसरे फ़ील्ड में {2} अक्षर चलते हैं, इसे छोटा करें"
        }
        MessageId::Forbidden => "{0} में {1} है, जो Bharat Connect में नहीं चलता; उसे हटाएँ",
        MessageId::ForbiddenLikely => "{0} में {1} है, जो Bharat Connect में नहीं चलता; इसे वहाँ भेजना हो तो यह अक्षर हटाएँ",
        MessageId::ControlCharacter => "{0} में न दिखने वाला कंट्रोल कैरेक्टर {1} है; उसे हटाएँ",
        MessageId::Untrimmed => "{0} के आगे या पीछे खाली जगह (space) है; उसे हटाएँ (`normalize` खुद हटा देता है)",
        MessageId::LoneSurrogate => "{0} में एक अधूरा अक्षर है (surrogate pair का आधा हिस्सा); उसे हटाएँ",
        MessageId::NotListed => "{0} में {1} नहीं चलता; इनमें से एक लिखें: {2}",
        MessageId::NotListedNear => "{0} में {1} नहीं चलता; क्या आपका मतलब {2} है?",
        MessageId::NotSeen => "{0} में {1} है, जो bijak की लिस्ट ({2}) में नहीं है; API का पेज पूरी लिस्ट नहीं देता, जाँच लें",
        MessageId::NotSeenNear => "{0} में {1} है, जो bijak की लिस्ट में नहीं है; क्या आपका मतलब {2} है?",
        MessageId::NotInteger => "{0} में दशमलव है; बिना दशमलव की संख्या भेजें",
        MessageId::OutOfRange => "{0} सीमा से बाहर है; {1} से {2} तक की संख्या भेजें",

        // Amounts
        MessageId::AmountText => "{0} टेक्स्ट है; सीधी संख्या भेजें, कोट (\"), ₹ और कॉमा के बिना (`normalize` खुद कर देता है)",
        MessageId::Negative => "{0} माइनस में है; शून्य या उससे ज़्यादा रकम भेजें, घटाने के लिए डिस्काउंट का फ़ील्ड हो तो उसमें दें",
        MessageId::TooPrecise => "{0} में दशमलव के बाद {1} से ज़्यादा अंक हैं; भेजने से पहले राउंड करें",
        MessageId::FloatNoise => "{0} में कंप्यूटर के हिसाब (floating-point) से बने फ़ालतू अंक हैं; {1} भेजें (`normalize` खुद कर देता है)",
        MessageId::TooLarge => "{0} ज़्यादा से ज़्यादा {1} हो सकता है; अंक गिनकर जाँच लें",
        MessageId::BelowMinimum => "{0} बहुत कम है; कम से कम {1} भेजें",

        // Dates
        MessageId::DateForm => "{0} लिखने का तरीका सही नहीं है; {1} की तरह लिखें",
        MessageId::DateFormUnknown => "{0} तारीख के किसी आम फ़ॉर्मैट में नहीं है; API का पेज फ़ॉर्मैट नहीं बताता, {1} की तरह लिखें",
        MessageId::DateUnreal => "{0} में ऐसी तारीख या समय है जो होता ही नहीं; सही लिखें",
        MessageId::TimeUnexpected => "{0} में सिर्फ़ तारीख चाहिए, समय नहीं; {1} भेजें",
        MessageId::ZoneUnexpected => "{0} में टाइम ज़ोन नहीं चाहिए; भारत का समय {1} की तरह भेजें",
        MessageId::ZoneMissing => "{0} में टाइम ज़ोन (UTC से फ़र्क) नहीं है; {1} की तरह भेजें",
        MessageId::DueBeforeInvoice => "{DueDate} {0}, {InvoiceDate} {1} से पहले है; दोनों में से एक ठीक करें",
        MessageId::PeriodBackwards => "अवधि {0} को खत्म होती है, जो शुरू की तारीख {1} से पहले है; दोनों में से एक तारीख ठीक करें",
        MessageId::PrecedingLater => "पिछले इनवॉइस की तारीख {0}, इस इनवॉइस की तारीख {1} के बाद की है; दोनों में से एक ठीक करें",
        MessageId::MilestoneEarlier => "पेमेंट माइलस्टोन की तारीख {0}, इनवॉइस की तारीख {1} से पहले की है; एक तारीख ठीक करें, एडवांस हो तो ठीक है",
        MessageId::Future => "{0} {1}, आज की तारीख {2} के बाद है; इनवॉइस रजिस्ट्रेशन पोर्टल आगे की तारीख नहीं लेता, जाँच लें",

        // Identifiers
        MessageId::SellerId => "{0} सही नहीं है; `CEK` और उसके बाद 7 बड़े अक्षर (A-Z) या अंक लिखें",
        MessageId::CustomerId => "{0} सही नहीं है; `KC` और उसके बाद 14 बड़े अक्षर (A-Z) या अंक लिखें",
        MessageId::B2bId => "{0} सही नहीं है; 1 से 100 अक्षर लिखें, `\"` और `\\` के बिना",
        MessageId::ObjectId => "{0} सही नहीं है; {1} और उसके बाद 32 अंग्रेज़ी अक्षर या अंक लिखें",
        MessageId::RandomForm => "{0} सही नहीं है; कोई भी (random) 32 अंग्रेज़ी अक्षर या अंक लिखें, बिना हाइफ़न का UUID भी चलेगा",
        MessageId::ObjectIdSeen => {
            "{0} में {1} और उसके बाद 32 अंग्रेज़ी अक्षर या अंक नहीं हैं, जैसा confirmInvoice के पेज पर है; इस फ़ील्ड का अपना पेज कुछ नहीं बताता, जाँच लें"
        }
        MessageId::ObjectPrefix => "{0} के शुरू में {1} है; API इसे नहीं रोकता, पर होना {2} चाहिए, जाँच लें",
        MessageId::InvoiceIdDots => "invoiceId {0} URL में गायब हो जाता है; इनवॉइस का अपना id दें",
        MessageId::GstinCut => "{0} में {1} अक्षर हैं, GSTIN में कुल 15 अक्षर और अंक होते हैं; मिलाकर ठीक करें",
        MessageId::GstinForm => "{0} GSTIN जैसा नहीं है; बड़े अक्षरों में इस क्रम में लिखें: राज्य का कोड, PAN, रजिस्ट्रेशन नंबर, `Z`, जाँच का अक्षर",
        MessageId::GstinNoState => "{0} के शुरू में {1} है, जो किसी राज्य का कोड नहीं है; पहले दो अंक ठीक करें",
        MessageId::GstinCheck => "{0} का आखिरी अक्षर बाकी से मेल नहीं खाता (हिसाब से {1} बनता है); 15 में से कोई एक गलत टाइप हुआ है, सब मिलाकर देखें",
        MessageId::GstinNotTcs => "{0} ई-कॉमर्स ऑपरेटर का GSTIN नहीं है; जो TCS वसूलता है उसके GSTIN में 14वाँ अक्षर `C` होता है, जाँच लें",
        MessageId::PanNoHolder => "{0} के अंदर जो PAN है उसका चौथा अक्षर {1} है, जो किसी PAN में नहीं होता; जाँच लें",
        MessageId::NoState => "{0} यहाँ के लिए सही राज्य कोड नहीं है; भारत के राज्य का दो अंकों का GST कोड लिखें, जैसे महाराष्ट्र का `27`",
        MessageId::EmailForm => "{0} सही ईमेल नहीं है; `name@example.in` की तरह लिखें",
        MessageId::EmailEmpty => "{0} खाली है; ईमेल भेजें या यह फ़ील्ड न भेजें",
        MessageId::MobileForm => "{0} सही तरीके से नहीं लिखा; मोबाइल नंबर के सिर्फ़ दस अंक भेजें, बिना खाली जगह के",
        MessageId::MobileEmpty => "{0} खाली है; दस अंक भेजें या यह फ़ील्ड न भेजें",
        MessageId::PhoneForm => "{0} e-invoice के लिए सही फ़ोन नंबर नहीं है; सिर्फ़ 6 से 12 अंक भेजें",
        MessageId::MobileFirst => "{0} के शुरू में 6, 7, 8 या 9 नहीं है, जैसा भारत के मोबाइल नंबर में होता है; जाँच लें",
        MessageId::PinForm => "{0} पिन कोड नहीं है; छह अंक भेजें, पहला अंक 0 न हो (विदेश का पता हो तो 999999)",
        MessageId::PinState => "{0} e-invoice की लिस्ट में {2} ({1}) का पिन कोड नहीं है; पिन कोड और राज्य दोनों जाँच लें",
        MessageId::HsnForm => "{0} HSN या SAC कोड नहीं है; 4, 6 या 8 अंक भेजें, सर्विस के लिए 99 और फिर 2 से 4 अंक",
        MessageId::HsnService => "{IsService} के हिसाब से यह सर्विस है, पर {0} के शुरू में 99 नहीं है; दोनों में से एक ठीक करें",
        MessageId::HsnGoods => "{IsService} के हिसाब से यह माल है, पर {0} के शुरू में 99 है, जो सर्विस में होता है; दोनों में से एक ठीक करें",
        MessageId::UnitNotKnown => "{0} UQC (नाप-तौल का कोड) की लिस्ट में नहीं है; `NOS` या `KGS` जैसा कोड लिखें, न मिले तो `OTH`",
        MessageId::UnitNear => "{0} UQC (नाप-तौल का कोड) की लिस्ट में नहीं है; क्या आपका मतलब {1} है?",
        MessageId::IfscForm => "{0} IFSC नहीं है; चार बड़े अक्षर (A-Z), फिर `0`, फिर छह बड़े अक्षर या अंक लिखें",
        MessageId::VpaForm => "{0} UPI ID नहीं है; `name@bank` की तरह लिखें",
        MessageId::IrnForm => "{0} IRN नहीं है; पूरे 64 अक्षर भेजें, जिनमें सिर्फ़ 0-9 और छोटे a-f हों",
        MessageId::VehicleForm => "{0} गाड़ी का नंबर नहीं है; 4 से 20 अक्षर और अंक भेजें, बिना खाली जगह और हाइफ़न के",
        MessageId::CountryForm => "{0} देश का कोड नहीं है; `US` जैसे दो बड़े अक्षर लिखें",
        MessageId::CurrencyForm => "{0} करेंसी का कोड नहीं है; `USD` जैसे तीन बड़े अक्षर लिखें",
        MessageId::PortForm => "{0} पोर्ट का कोड नहीं है; `INNSA1` जैसे 2 से 10 अक्षर और अंक लिखें",
        MessageId::InvoiceNumberLength => "{0} में {1} अक्षर हैं; इनवॉइस नंबर 1 से 16 अक्षर का रखें",
        MessageId::InvoiceNumberSigns => "{0} में {1} है; इनवॉइस नंबर में सिर्फ़ अंग्रेज़ी अक्षर, अंक, `-` और `/` रखें",
        MessageId::InvoiceNumberStart => "{0} के शुरू में {1} है; इनवॉइस रजिस्ट्रेशन पोर्टल शुरू में `0`, `/` या `-` नहीं लेता, बदल दें",
        MessageId::InvoiceNumberCase => "{0} में छोटे अक्षर हैं; बड़े अक्षर लिखें, इनवॉइस रजिस्ट्रेशन पोर्टल खुद भी यही कर देता है",

        // Tax
        MessageId::Mixed => {
            "IGST {0} के साथ CGST {1} और SGST {2} भी दिए हैं; दूसरे राज्य को बिक्री पर IGST लगता है, राज्य के अंदर CGST और SGST, जो न लगे उसे हटाएँ"
        }
        MessageId::HalfMissing => "{0} {1} है, पर {2} नहीं दिया गया या 0 है; एक ही राज्य में दोनों टैक्स के आधे-आधे होते हैं, दोनों दें",
        MessageId::HalvesDiffer => "CGST {0} और SGST {1} बराबर नहीं हैं; टैक्सेबल वैल्यू पर दोनों आधे-आधे रेट से लगते हैं और अलग-अलग राउंड होते हैं, एक ठीक करें",
        MessageId::WrongHead => "सप्लाई राज्य {0} से दूसरे राज्य {1} में है, इसलिए IGST लगेगा; interState न दें या true करें",
        MessageId::HeadsBetween => "यह सप्लाई दूसरे राज्य, SEZ या विदेश को है, या {IgstWithin} Y है; CGST {0} और SGST {1} की जगह IGST लगाएँ",
        MessageId::HeadWithin => "सप्लाई एक ही राज्य में है; IGST {0} की जगह CGST और SGST लगाएँ",
        MessageId::RateNotKnown => "{0} % का कोई GST रेट नहीं है; इनमें से एक लिखें: {1}",
        MessageId::RateNotFitting => {
            "{1} पर {0} टैक्स किसी GST रेट से मेल नहीं खाता (सबसे पास {2} %, जिससे {3} बनता है); जाँच लें, इनवॉइस में कई रेट हों तो ठीक है"
        }
        MessageId::RateAboveAll => "{1} पर {0} टैक्स सबसे ऊँचे GST रेट {2} % से भी ज़्यादा है; जाँच लें",
        MessageId::RateNotFittingCharge => "{2} {1} पर {0} GST किसी रेट से मेल नहीं खाता; 18 % से {3} बनता है, जाँच लें",
        MessageId::RateOver => "{0} % रेट {1} को लागू नहीं है; सप्लाई के समय जो रेट था वही लगाएँ",
        MessageId::RateRare => "{0} % रेट 2025-09-22 से सिर्फ़ ईंट और टाइल पर लगता है; {1} को लागू रेट जाँच लें",
        MessageId::RateSeemsOver => "टैक्स {0} % से बनता है, जो {1} को लागू नहीं है; जाँच लें, इनवॉइस में कई रेट हों तो ठीक है",
        MessageId::TaxNotThere => "{1} पर रेट {0} % है, पर कोई टैक्स नहीं दिया गया; CGST और SGST या IGST दें, नहीं तो रेट 0 करें",
        MessageId::HalfAmount => "{0} {1} है, पर {3} पर {2} % का आधा {4} बनता है; ठीक करें, हर टैक्स अलग से राउंड होता है",
        MessageId::HeadAmount => "{0} {1} है, पर {3} पर {2} % से {4} बनता है; ठीक करें",
        MessageId::RateSum => "CGST {0} %, SGST {1} % और IGST {2} % आइटम के रेट {3} % से मेल नहीं खाते; CGST और SGST आधा-आधा रखें, या IGST पूरा",
        MessageId::TaxWithoutCharge => "{0} GST दिया गया है, पर {1} नहीं; वह चार्ज भी दें या उसका टैक्स हटाएँ",
        MessageId::WordNotKnown => "{0} इस लिस्ट में नहीं है ({1}), इसलिए इसकी रकम जाँची नहीं गई; इनमें से एक लिखें या ऑप्शन `words` दें",
        MessageId::NotInclusive => {
            "{GstExclusive} false है, यानी रकम में टैक्स शामिल है, पर {1} में {0} टैक्स किसी GST रेट से नहीं बनता; रकम और {GstExclusive} जाँच लें, इनवॉइस में कई रेट हों तो ठीक है"
        }
        MessageId::StateMismatch => "राज्य {0} लिखा है, पर {2} का रजिस्ट्रेशन राज्य {1} का है; दोनों में से एक ठीक करें",
        MessageId::SameGstin => "{0} सप्लायर का भी है; खरीदार का अपना GSTIN दें",
        MessageId::ExportRegistered => "{Kind} {0} यानी एक्सपोर्ट है; खरीदार के {Gstin} में URP लिखें या {Kind} ठीक करें",
        MessageId::ExportPlace => "{Kind} {0} यानी एक्सपोर्ट है; खरीदार के {State} और {PlaceOfSupply} में 96 (दूसरे देश) लिखें",
        MessageId::PlaceAbroad => "{Kind} {0} है, पर {PlaceOfSupply} 96 यानी विदेश है; एक्सपोर्ट वाला {Kind} (EXPWP, EXPWOP) या राज्य का कोड लिखें",
        MessageId::Unregistered => {
            "{Kind} {0} है, पर खरीदार का {Gstin} URP है, यानी बिना रजिस्ट्रेशन; खरीदार का GSTIN दें, उसके पास न हो तो यह {Kind} नहीं चलता"
        }
        MessageId::ReverseCharge => "{Kind} {0} है, इसमें रिवर्स चार्ज नहीं होता; {ReverseCharge} में N लिखें",
        MessageId::ItemCount => "आइटम {0} हैं; 1 से 1000 आइटम रखें, इनवॉइस रजिस्ट्रेशन पोर्टल इतने ही लेता है",
        MessageId::SerialTwice => "सीरियल नंबर {0} पहले के एक आइटम पर भी है; हर आइटम को अलग नंबर दें",
        MessageId::TooFar => "{0} km की दूरी e-way bill की सीमा {1} km से ज़्यादा है; जाँच लें",
        MessageId::TransportLacks => "{0} नहीं दिया गया; {Mode} {1} में इसे देना ज़रूरी है",

        // Totals
        MessageId::NetPlain => {
            "{Net} {0} है, पर {Base} और टैक्स मिलाकर {1} बनता है; जो गलत हो उसे ठीक करें, या {Net} में शामिल बाकी रकम ऑप्शन `otherCharges` में दें"
        }
        MessageId::NetOrAfterTds => {
            "{Net} {0} है, पर {Base} और टैक्स मिलाकर {1} बनता है, या TDS काटकर {2}; जो गलत हो उसे ठीक करें, या {Net} में शामिल बाकी रकम ऑप्शन `otherCharges` में दें"
        }
        MessageId::NetOfInclusive => {
            "{Net} {0} है, पर {GstExclusive} false है, यानी {Base} में टैक्स शामिल है और {Net} {1} होना चाहिए (TDS कटा हो तो उतना कम); जो गलत हो उसे ठीक करें, या {Net} में शामिल बाकी रकम ऑप्शन `otherCharges` में दें"
        }
        MessageId::NetOfEither => {
            "{Net} {0} है, पर {Base} टैक्स मिलाकर {1} बनता है, या टैक्स उसमें शामिल हो तो {2} (TDS कटा हो तो उतना कम); जो गलत हो उसे ठीक करें, या {Net} में शामिल बाकी रकम ऑप्शन `otherCharges` में दें"
        }
        MessageId::NetIsBase => {
            "{Net} {0} बिना टैक्स का {Base} है, टैक्स {1} है; रिवर्स चार्ज में यह सही है, या दाम में टैक्स शामिल हो तो (तब gstExclusive को false करें), नहीं तो {Net} {2} होना चाहिए"
        }
        MessageId::BalancePlain => "{Balance} {0} है, पर {Net} {1} में से {Received} {2} घटाकर {3} बचता है; जो गलत हो उसे ठीक करें",
        MessageId::BalanceOrAfterTds => {
            "{Balance} {0} है, पर {Net} {1} में से {Received} {2} घटाकर {3} बचता है, या TDS काटकर {4}; जो गलत हो उसे ठीक करें"
        }
        MessageId::Overpaid => "{Received} {0}, {Net} {1} से ज़्यादा है; दोनों में से एक ठीक करें",
        MessageId::PaidBeyond => "चुकाई गई रकम {0}, कुल रकम {1} से ज़्यादा है; दोनों में से एक ठीक करें",
        MessageId::PaidAboveTotal => "{PaidTillNow} {0}, इनवॉइस की रकम {1} से ज़्यादा है; दोनों में से एक ठीक करें",
        MessageId::AmountReadings => {
            "{TotalAmount} {0} है, जो {InvoiceAmount} {1} से नहीं बनता, चाहे टैक्स, चार्ज, पेनल्टी और TDS गिनें या न गिनें (ज़्यादा से ज़्यादा {2}); जाँच लें"
        }
        MessageId::ItemGross => "{Gross} {0} है, पर {Quantity} × {UnitPrice} {1} बनता है; जो गलत हो उसे ठीक करें",
        MessageId::ItemTaxable => "{Taxable} {0} है, पर {Gross} {1} में से डिस्काउंट {2} घटाकर {3} बनता है; जो गलत हो उसे ठीक करें",
        MessageId::ItemValue => "{Value} {0} है, पर {Taxable} {1} में टैक्स और चार्ज {2} जोड़कर {3} बनता है; जो गलत हो उसे ठीक करें",
        MessageId::DiscountAboveGross => "डिस्काउंट {0} उस रकम ({1}) से ज़्यादा है जिस पर वह दिया गया है; दोनों में से एक ठीक करें",
        MessageId::SumOfTaxable => "{Taxable} {0} है, पर सब आइटम जोड़कर {1} बनता है; जो गलत हो उसे ठीक करें",
        MessageId::SumOfTax => "{0} {1} है, पर सब आइटम जोड़कर {2} बनता है; जो गलत हो उसे ठीक करें",
        MessageId::SumOfItems => "{Total} {0} है, पर आइटम के जोड़ {1} में चार्ज, राउंड-ऑफ़ और डिस्काउंट ({2}) मिलाकर {3} बनता है; जो गलत हो उसे ठीक करें",
        MessageId::RoundOffRange => "राउंड-ऑफ़ {0} है, जो -99.99 से 99.99 की सीमा से बाहर है; चार्ज या डिस्काउंट हो तो उसे अपने type में लिखें",
        MessageId::Pending => "{Pending} {0} है, पर कुल रकम {1} में से चुकाए गए {2} घटाकर {3} बचता है; जो गलत हो उसे ठीक करें",
        MessageId::MilestoneSum => "पेमेंट माइलस्टोन का जोड़ {0} है, पर बकाया {1} है; जो गलत हो उसे ठीक करें",
        MessageId::FinancingAboveDue => "{Requested} {0}, बकाया रकम {1} से ज़्यादा है; दोनों में से एक ठीक करें",
        MessageId::TdsAboveBase => "{Tds} {0}, बिना GST की रकम {1} से ज़्यादा है; दोनों में से एक ठीक करें",
        MessageId::TdsAboveFifth => "{Tds} {0} है, जो {1} के 20 % से ज़्यादा है; रेट जाँच लें",
        MessageId::PartialNotAllowed => "{1} में से {0} की रकम मिली है, पर {PartialAllowed} false है; उसे true करें या {Received} ठीक करें",

        // Life-cycle
        MessageId::NoStep => "{0} के बाद {1} नहीं हो सकता; आगे हो सकता है: {2}",
        MessageId::NoStepDocumented => "{0} के बाद {1} नहीं हो सकता; API का कोई पेज {0} के आगे का स्टेटस नहीं बताता",
        MessageId::StepOutOfEnd => "{0} आखिरी स्टेटस है; उसके बाद कुछ नहीं हो सकता, {1} भी नहीं",
        MessageId::ActionElsewhere => "स्टेटस {1} में {0} नहीं हो सकता; यह हो सकता है: {2}",
        MessageId::ActionNowhere => "स्टेटस {1} में {0} नहीं हो सकता, इस कॉल का कोई और एक्शन भी नहीं",
        MessageId::StepUnlikely => "{0} में स्टेटस {1} से {2} हो रहा है, जो आम तौर पर नहीं होता, जाँच लें; आगे आम तौर पर: {3}",
        MessageId::StepInferred => "{0} से {1} होना API के किसी पेज पर नहीं लिखा, यह अंदाज़ा है; देख लें कि आप यही चाहते हैं",
        MessageId::StepNotDocumented => "{0} से {1} होना API के किसी पेज पर नहीं लिखा; ऑप्शन `lifecycle` सिर्फ़ लिखे हुए बदलाव लेता है",
        MessageId::OtherSide => "{0} से {1} करना {2} का काम है ({3}), {4} का नहीं; यह बदलाव उसी पर छोड़ दें",
        MessageId::OtherSideInferred => "{0} से {1} करना शायद {2} का काम है ({3}), {4} का नहीं; जाँच लें",
        MessageId::RejectOnPlatform => "REJECT सिर्फ़ प्लेटफ़ॉर्म के बाहर हुए पेमेंट पर चलता है; यह पेमेंट ONPLATFORM है, ACCEPT भेजें",
        MessageId::StatusesApart => "{0} {1} है, जबकि {2} {3} है; {4} सही बैठेगा",
        MessageId::StatusAgainstPaid => "{InvoiceStatus} {0} है, पर {2} में से {1} की रकम चुकाई गई है; {3} सही बैठेगा",
        MessageId::StatusElsewhere => "{From} {0} है, पर इनवॉइस का अभी का स्टेटस {1} है; वहीं से आगे बढ़ें",
        MessageId::VersionElsewhere => "{Current} {0} है, पर इनवॉइस का अभी का वर्शन {1} है; वहीं से आगे बढ़ें",
        MessageId::OtherInvoice => "{0} अभी वाले इनवॉइस से अलग है, जिसमें {1} है; देख लें कि कौन-सा इनवॉइस चाहिए",
        MessageId::ActionMismatch => "{0} से स्टेटस {1} होता है, पर {To} {2} है; दोनों में से एक ठीक करें",
        MessageId::ActionMismatchInferred => "{0} से स्टेटस शायद {1} होता है, पर {To} {2} है; जाँच लें",
        MessageId::VersionBack => "{New} {0}, {Current} {1} से कम है; वर्शन पीछे नहीं जाता, ठीक करें",
        MessageId::VersionOfEdit => "{Current} {1} और {New} {0} है; एडिट से वर्शन एक बढ़ता है, {2} लिखें",
        MessageId::VersionKept => "{Current} {1} और {New} {0} है; वर्शन सिर्फ़ एडिट से बढ़ता है, {2} लिखें",

        // Whole payload
        MessageId::PatchNothing => "भेजे गए JSON में API के पेज का कोई फ़ील्ड नहीं है, इससे कुछ नहीं बदलेगा; जो बदलना हो वह फ़ील्ड दें",
        MessageId::ClearsRequired => "null (खाली) भेजने से {0} मिट जाएगा, जो इनवॉइस में ज़रूरी है; वैल्यू भेजें या यह फ़ील्ड न भेजें",
        MessageId::NoChange => "हर फ़ील्ड में पहले से यही वैल्यू है; यह भेजने से कुछ नहीं बदलेगा",
        MessageId::NoContact => {
            "{DispatchNow} true है, पर {Email} और {Mobile} दोनों नहीं हैं; कोई एक दें, ग्राहक का ईमेल या मोबाइल पहले से दर्ज हो तो ठीक है"
        }

        // Building
        MessageId::Conflict => "{0} का हिसाब `{1}` से अपने-आप होता है; {0} या `{1}` में से एक ही दें",
        MessageId::NoRequest => "{0} API का जवाब है; यह भेजा नहीं जाता, इसलिए बनाया भी नहीं जाता",
        #[allow(unreachable_patterns, reason = "reached as soon as one lacks")]
        _ => return None,
    })
}

/// A kind of value, if it has a name.
pub(super) const fn noun(noun: Noun) -> Option<&'static str> {
    Some(match noun {
        Noun::Null => "null",
        Noun::Boolean => "true (हाँ) या false (नहीं)",
        Noun::Number => "संख्या",
        Noun::Decimal => "संख्या या कोट (\") में लिखी संख्या",
        Noun::Text => "टेक्स्ट",
        Noun::Array => "लिस्ट (array)",
        Noun::Object => "ऑब्जेक्ट (object)",
        Noun::Value => "कोई वैल्यू",
        Noun::Key => "डबल कोट (\") में फ़ील्ड का नाम",
        Noun::Colon => "`:`",
        Noun::CommaOrBrace => "`,` या `}`",
        Noun::CommaOrBracket => "`,` या `]`",
        Noun::Digit => "अंक",
        Noun::Quote => "बंद करने वाला कोट (\")",
        #[allow(unreachable_patterns, reason = "reached as soon as one lacks")]
        _ => return None,
    })
}

/// Why normalizing changed a value, if there is a sentence for it.
pub(super) const fn why(why: ChangeReason) -> Option<&'static str> {
    Some(match why {
        ChangeReason::Trimmed => "आगे-पीछे की खाली जगह हटाई गई",
        ChangeReason::Capitals => "id बड़े अक्षरों में लिखे जाते हैं",
        ChangeReason::ListedWord => "API की लिस्ट वाली स्पेलिंग लिखी गई",
        ChangeReason::PlainNumber => "रकम सीधी JSON संख्या में भेजी जाती है, ₹ और कॉमा के बिना",
        ChangeReason::Noise => "कंप्यूटर के हिसाब (floating-point) से बने फ़ालतू अंक हटाए गए",
        ChangeReason::DateForm => "तारीख इस फ़ील्ड के फ़ॉर्मैट में लिखी गई",
        ChangeReason::MidnightAdded => "इस फ़ील्ड में समय भी होता है; सिर्फ़ तारीख हो तो समय 00:00 माना जाता है",
        ChangeReason::MidnightDropped => "इस फ़ील्ड में समय नहीं होता, इसलिए 00:00 हटाया गया",
        ChangeReason::TenDigits => "मोबाइल नंबर दस अंकों में भेजा जाता है",
        ChangeReason::DomainCase => "ईमेल में @ के बाद का हिस्सा छोटे अक्षरों में लिखा जाता है",
        ChangeReason::CodeCapitals => "कोड बड़े अक्षरों में लिखे जाते हैं",
        ChangeReason::SmallHex => "IRN छोटे अक्षरों में लिखा जाता है",
        ChangeReason::VehicleSigns => "गाड़ी के नंबर में सिर्फ़ बड़े अक्षर और अंक होते हैं",
        #[allow(unreachable_patterns, reason = "reached as soon as one lacks")]
        _ => return None,
    })
}

/// Words and short phrases that fill places, by their English. What is not here is a call of
/// the API, which has one name in every language.
pub(super) const PHRASES: &[(&str, &str)] = &[
    (" or ", " या "),
    (" to ", " से "),
    ("a key", "किसी फ़ील्ड के नाम"),
    ("nothing", "कुछ नहीं"),
    ("the tax", "टैक्स"),
    ("supplier", "सप्लायर"),
    ("buyer", "खरीदार"),
    ("platform", "प्लेटफ़ॉर्म"),
    ("deletion", "मिटाना"),
    ("no answer", "जवाब न मिलने पर"),
    ("settlement", "हिसाब चुकता होने पर"),
    ("settlement off the platform, or by credit note", "प्लेटफ़ॉर्म के बाहर या क्रेडिट नोट से हिसाब चुकता होने पर"),
    ("closing before full payment", "पूरे पेमेंट से पहले बंद करना"),
    ("failed payment", "पेमेंट फ़ेल होने पर"),
    ("confirmPayment ACCEPT for part of the amount", "कुछ रकम का confirmPayment ACCEPT"),
    ("confirmPayment ACCEPT for part of the amount, or REJECT", "कुछ रकम का confirmPayment ACCEPT, या REJECT"),
    ("confirmPayment REJECT of OFFPLATFORM", "OFFPLATFORM का confirmPayment REJECT"),
];
