function list(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

/**
 * Names in small letters that a headline may hold although the body does not repeat them: places and peoples of the
 * region, months and days in English.
 */
export const KNOWN_NAMES: ReadonlySet<string> = new Set(
  list(`
    kazakhstan astana almaty shymkent karaganda oskemen semey pavlodar aktobe atyrau aktau kostanay taraz turkistan
    kyzylorda petropavl kokshetau ust-kamenogorsk kazakh kazakhstani russian russia english british britain american america
    european europe asia asian chinese china beijing london moscow uzbekistan tashkent kyrgyzstan bishkek tajikistan
    turkmenistan turkey turkish germany german france french italy italian spain spanish poland polish japan japanese korea
    korean india indian canada canadian australia australian ukraine belarus georgia azerbaijan armenia mongolia paris berlin
    brussels vienna geneva istanbul ankara tokyo seoul cardiff oxford cambridge january february april june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday nauryz erasmus
    казахстан казахстана казахстане астана астане астаны алматы шымкент караганда караганде семей семее павлодар актобе
    атырау актау костанай тараз туркестан кызылорда петропавловск кокшетау усть-каменогорск усть-каменогорске россия россии
    москва москве европа европы европе азия азии китай китая китае пекин пекине узбекистан узбекистана ташкент кыргызстан
    бишкек турция турции германия германии франция франции италия италии испания испании польша польши япония японии корея
    кореи индия индии великобритания великобритании лондон лондоне париж париже берлин берлине сша наурыз
    қазақстан қазақстанның қазақстанда астанада астананың алматыда шымкентте қарағанды қарағандыда өскемен өскеменде семейде
    ақтөбе ақтау қостанай түркістан қызылорда көкшетау ресей ресейде мәскеу мәскеуде еуропа еуропада қытай қытайда бейжің
    өзбекстан қырғызстан түркия германия франция италия испания польша жапония корея үндістан ұлыбритания лондонда наурыз
    abai abay al-farabi amanzholov auezov gumilyov satbayev nazarbayev tokayev абай әл-фараби аманжолов әуезов гумилев
    сәтбаев назарбаев тоқаев токаев
  `),
)

/** Words that stay in capitals. None of them is also a usual word of one of the languages. */
export const KNOWN_ACRONYMS: ReadonlySet<string> = new Set(
  list(`
    UN EU USA UK UAE UNESCO UNICEF UNDP OECD NATO BBC CNN OSCE WHO WTO STEM MIT MGIMO QS THE-QS CIS OPEC IELTS TOEFL PHD MBA
    NGO AI IT-HUB ООН ЮНЕСКО ЮНИСЕФ СНГ ЕАЭС США РК РФ ЕС ВУЗ СМИ ШОС ОБСЕ НАТО ВОЗ ЕНТ НАН АО ТОО НПО МВД МИД МГУ МГИМО МИФИ
    КНР ОАЭ ВКУ КазНУ ЕНУ НИШ НИИ ИИ IT БҰҰ ТМД АҚШ ҚР ЖШС ЖИ БАҚ ҰБТ ЖОО ҚазҰУ ШҚО ВКО МОН ҒЗИ COVID COVID-19 EXPO BRICS БРИКС
  `).filter((word) => !['WHO', 'IT', 'ВУЗ'].includes(word)),
)
