import { defineErrors } from "./define";

/** The data of a package, its forms, what is kept of people, and what templates read. */
export const checkDataErrors = defineErrors({
  "check/too-many-fields": {
    kind: "too-large",
    zh: "这里有 {count} 个字段，最多 {limit} 个。请拆成几个表单，或减少字段。",
    en: "There are {count} fields here; {limit} are allowed. Split the form, or ask less.",
  },
  "check/unbounded": {
    kind: "invalid",
    zh: "字段“{name}”没有写上限。请写 {keyword}。",
    en: "The field “{name}” has no upper bound. Say {keyword}.",
  },
  "check/no-label": {
    kind: "invalid",
    zh: "字段“{name}”没有 label。请写上填表人看到的名称。",
    en: "The field “{name}” has no label. Give it the name that people read.",
  },
  "check/choice-without-label": {
    kind: "invalid",
    zh: "字段“{name}”的选项没有写 labels：{choices}。请给每个选项写上文字。",
    en: "Choices of “{name}” have no words in labels: {choices}. Give each its words.",
  },
  "check/label-without-choice": {
    kind: "invalid",
    severity: "warning",
    zh: "enum 里没有“{name}”这个选项，这段文字用不到。请核对。",
    en: "There is no choice “{name}” in enum; these words are never shown. Check the name.",
  },
  "check/pattern-not-linear": {
    kind: "invalid",
    zh: "格式“{pattern}”不能用（{what}）。不能用前后查看和反向引用，请改写。",
    en: "The pattern “{pattern}” cannot be used ({what}). Look-around and back-references are not possible; rewrite it.",
  },
  "check/empty-range": {
    kind: "invalid",
    zh: "{low} 大于 {high}，什么都填不进去。请改正。",
    en: "{low} is above {high}: nothing would fit. Correct them.",
  },
  "check/idle-keyword": {
    kind: "invalid",
    zh: "“{keyword}”对 {type} 类型不起作用。请删掉，或改类型。",
    en: "“{keyword}” says nothing about the type {type}. Remove it, or change the type.",
  },
  "check/default-does-not-fit": {
    kind: "invalid",
    zh: "默认值不符合字段自己的要求。请改正。",
    en: "The default does not fit the field itself. Correct it.",
  },
  "check/into-kind": {
    kind: "invalid",
    zh: "into“{into}”要写到 {wanted}，数据里这一处不是。写整组用名称，追加一项用“[]”，逐项补充用“[*]”。",
    en: "into “{into}” needs {wanted} in the data, and this place is not. A name sets a group, “[]” appends an item, “[*]” completes items.",
  },
  "check/into-each": {
    kind: "invalid",
    zh: "into“{into}”的表单只能有一个清单“{name}”，清单每一项里要有 id。请照此改。",
    en: "A form with into “{into}” holds the list “{name}” alone, and each of its items has an id. Change it so.",
  },
  "check/field-not-in-data": {
    kind: "invalid",
    zh: "数据里没有“{name}”这个字段，最接近的是“{near}”。这里有：{known}。请先写进 data.json。",
    en: "The data has no field “{name}”; the nearest is “{near}”. Here are: {known}. Add it to data.json first.",
  },
  "check/field-differs": {
    kind: "invalid",
    zh: "字段“{name}”的 {keyword} 与数据里不一样：表单是 {here}，数据是 {there}。请用 $ref 引用 data.json。",
    en: "{keyword} of “{name}” differs: {here} in the form, {there} in the data. Refer to data.json with $ref.",
  },
  "check/choice-not-in-data": {
    kind: "invalid",
    zh: "字段“{name}”有数据里没有的选项：{choices}。请先写进 data.json。",
    en: "“{name}” offers choices that the data does not know: {choices}. Add them to data.json first.",
  },
  "check/widget-for-type": {
    kind: "invalid",
    zh: "控件“{widget}”不能用于 {type} 类型。请换一个控件。",
    en: "The widget “{widget}” cannot show the type {type}. Choose another.",
  },
  "check/no-privacy": {
    kind: "invalid",
    zh: '字段“{name}”没有 privacy。与个人无关的写 "none"，否则写明目的、依据、保存类别和谁能看。',
    en: 'The field “{name}” has no privacy. Write "none" if it says nothing of a person, else purpose, legal, retention and visibility.',
  },
  "check/personal-field": {
    kind: "invalid",
    zh: '“{name}”是个人信息，不能写 "none"。请写明目的、依据、保存类别和谁能看。',
    en: '“{name}” is personal and cannot be "none". Say purpose, legal, retention and visibility.',
  },
  "check/denied-belief": {
    kind: "invalid",
    zh: "“{name}”涉及民族、宗教信仰（“{word}”），一律不采集。请删掉。",
    en: "“{name}” is about ethnicity or religion (“{word}”), which is never asked. Remove it.",
  },
  "check/denied-body": {
    kind: "invalid",
    zh: "“{name}”涉及人脸、指纹等生物特征（“{word}”），不采集。请删掉。",
    en: "“{name}” is about faces or other body features (“{word}”), which are never taken. Remove it.",
  },
  "check/denied-movement": {
    kind: "invalid",
    zh: "“{name}”涉及车牌、行踪轨迹（“{word}”），不采集。请删掉。",
    en: "“{name}” is about plates or movements (“{word}”), which are never recorded. Remove it.",
  },
  "check/denied-mark": {
    kind: "invalid",
    zh: "“{name}”是给人贴的标签（“{word}”），不能有。请删掉。",
    en: "“{name}” puts a mark on people (“{word}”), which cannot be kept. Remove it.",
  },
  "check/person-score": {
    kind: "invalid",
    zh: "“{name}”像是给人打的分（“{word}”），不能有，请删掉。考试、面试成绩和对服务的评价可以有，请在字段或所在分组的名称里写明是哪一种。",
    en: "“{name}” looks like a score of a person (“{word}”), which cannot be kept: remove it. Marks of an exam or interview, and of a service given, may stand: say in the name of the field or of its group which it is.",
  },
  "check/denied-purpose": {
    kind: "invalid",
    zh: "目的里有“{word}”。本平台只办服务事项，不能为此收集信息。请删掉这个字段。",
    en: "The purpose speaks of “{word}”. The platform serves administrative matters only: remove the field.",
  },
  "check/public-identifier": {
    kind: "invalid",
    zh: "“{name}”不能对公众公开。请从 visibility 里去掉 public。",
    en: "“{name}” cannot be public. Take public out of visibility.",
  },
  "check/not-public": {
    kind: "invalid",
    zh: "公示里用了“{path}”，这一项没有对公众公开。请换成 visibility 含 public（或 privacy 为 none）的字段，或删掉。",
    en: "The notice shows “{path}”, which is not open to everybody. Use a field whose visibility has public (or whose privacy is none), or remove it.",
  },
  "check/notice-identifier": {
    kind: "invalid",
    zh: "“{name}”是证件号、电话或住址，不能写进公示，打码也不行。请删掉这一列。",
    en: "“{name}” is an ID number, a telephone or an address. It does not belong on a public notice, masked or not. Remove it.",
  },
  "check/objection-link": {
    kind: "invalid",
    zh: "异议要送到关联事项“{link}”，公示的行却不是它。请把 over 写成 links.{link}，或去掉 link。",
    en: "Objections go to the link “{link}”, but the rows are something else. Let over be links.{link}, or remove link.",
  },
  "check/objection-not-villager": {
    kind: "invalid",
    zh: "操作“{event}”没有对群众开放，异议提不出来。请在 roles 里加上 villager。",
    en: "The event “{event}” is not open to villagers, so nobody could object. Add villager to its roles.",
  },
  "check/objection-without-form": {
    kind: "invalid",
    zh: "操作“{event}”没有表单，群众没有地方写异议。请给它一张表单。",
    en: "The event “{event}” has no form: a villager would have nothing to write on. Give it one.",
  },
  "check/not-a-value": {
    kind: "invalid",
    zh: "“{path}”是一组内容，写不成一行字。请指到其中的一个字段，清单用 [*]。",
    en: "“{path}” is a group and cannot be written as text. Name one field in it; items of a list are [*].",
  },
  "check/not-a-list": {
    kind: "invalid",
    zh: "“{path}”不是清单，没有各项可列、可开启、可挂起。请指到一个清单。",
    en: "“{path}” is not a list: there are no items to show, to open a matter for, or to hold. Name a list.",
  },
  "check/label-without-choices": {
    kind: "invalid",
    zh: "“{path}”没有选项，“| label”没有文字可显示。请去掉 | label。",
    en: "“{path}” has no choices, so “| label” has no words to show. Remove it.",
  },
  "check/broken-template": {
    kind: "invalid",
    zh: "“{text}”里的花括号不成对。路径和显示方式要用两层花括号括住。",
    en: "The braces in “{text}” do not pair up. A path and its displays stand between two pairs of braces.",
  },
  "check/parameter-value": {
    kind: "invalid",
    zh: "参数“{name}”的值不在允许的范围里：{what}。请改值，或改 schema。",
    en: "The value of “{name}” does not fit its schema: {what}. Change one of them.",
  },
  "check/wrong-kind": {
    kind: "invalid",
    zh: "“{path}”是 {found}，这里要 {wanted}。请换一个。",
    en: "“{path}” is {found}; {wanted} is needed here. Name another.",
  },
  "check/number-placeholder": {
    kind: "invalid",
    zh: "编号格式里没有“{name}”。可以用 {year}、{place}、{unit}、{seq:4}。",
    en: "A number's format has no “{name}”. Possible: {year}, {place}, {unit}, {seq:4}.",
  },
  "check/number-counter": {
    kind: "invalid",
    zh: "编号格式里要有一个流水号，而且只能有一个，例如 {seq:4}。请改正。",
    en: "A number's format holds exactly one counter, such as {seq:4}. Correct it.",
  },
  "check/number-without-year": {
    kind: "invalid",
    zh: "编号每年从头开始，格式里却没有年份，明年会重号。请加上 {year}。",
    en: "The counter starts anew each year but the format has no year: numbers would repeat. Add {year}.",
  },
  "check/not-in-first-form": {
    kind: "invalid",
    zh: "关联流程的第一张表单没有“{name}”，带不过去。最接近的是“{near}”，有：{known}。",
    en: "The linked package's first form has no “{name}”; the nearest is “{near}”. It has: {known}.",
  },
  "check/unknown-report": {
    kind: "invalid",
    zh: "关联流程没有“{name}”这个结果或环节，最接近的是“{near}”。有：{known}。",
    en: "The linked package has no end or state “{name}”; the nearest is “{near}”. It has: {known}.",
  },
  "check/tell-unheard": {
    kind: "invalid",
    zh: "关联流程里没有环节等“parent:{name}”，这个消息没有人听。请在那边的环节里写上，或删掉这个消息。",
    en: "No state of the linked package waits for “parent:{name}”: nobody would hear it. Add it there, or remove the word.",
  },
  "check/stamp-place": {
    kind: "invalid",
    zh: "“{name}”由平台记下是谁、哪天填的，要写进一个文本字段，表单自己不能再问，也不能写进清单里已有的各项。请改名称。",
    en: "“{name}” is stamped by the platform: it needs a text field that the form does not ask, and cannot go into items that exist. Name another field.",
  },
  "check/place-not-text": {
    kind: "invalid",
    zh: "“{path}”不是一个文本字段，写不下 12 位区划代码。请换一个字段。",
    en: "“{path}” is not a text field: it cannot hold the 12 digits of a village. Name another field.",
  },
  "check/not-an-item": {
    kind: "invalid",
    zh: "“{path}”写不下某一项的标识。请换成文本字段，或文本的清单。",
    en: "“{path}” cannot name an item. Name a text field, or a list of texts.",
  },
  "check/finished-unheard": {
    kind: "invalid",
    zh: "这里等“link:{name}.finished”，但等关联事项的环节（waits.in）不是它，也不在它里面，永远等不到。请把这个环节写进 waits.in。",
    en: "“link:{name}.finished” is awaited here, but no state that waits (waits.in) is this one, around it or within it: it never comes. Add this state to waits.in.",
  },
  "check/finished-state": {
    kind: "invalid",
    zh: "关联流程“{package}”有一个环节叫 finished，和“都办完了”的消息同名。请给那个环节改名。",
    en: "The linked package “{package}” has a state called finished, which is also the word for the end of the wait. Rename that state.",
  },
  "check/held-link": {
    kind: "invalid",
    zh: "关联事项“{link}”挂起的不是这份公示的各项。请让它的 hold 和公示的 over 写同一份清单。",
    en: "The link “{link}” does not hold the items of this notice. Let its hold and the notice's over name the same list.",
  },
  "check/endless-links": {
    kind: "invalid",
    zh: "流程一个接一个地开启，没有尽头：{ring}。每一个都要先开启下一个才能办结。请至少给其中一个流程留一条不用再开启的路。",
    en: "These packages open each other without end: {ring}. None of them can end before it opens the next. Give one of them a way that opens nothing.",
  },
  "check/link-not-opened": {
    kind: "invalid",
    severity: "warning",
    zh: "没有一个操作会开启关联事项“{name}”。请在某个操作里写 opens，或删掉它。",
    en: "No event opens the link “{name}”. Say opens in one, or remove the link.",
  },
  "check/statutory-without-norm": {
    kind: "invalid",
    zh: "写了 statutory，却没有写依据。请写 legal，或去掉 statutory。",
    en: "It is called statutory without a norm. Say legal, or drop statutory.",
  },
  "check/statutory-not-read": {
    kind: "invalid",
    zh: "依据“{legal}”的核实情况是 {status}，没有核对过原文，不能称为法定。请核对后改为 read，或去掉 statutory。",
    en: "The norm “{legal}” has the status {status}: its text was not read, so nothing is statutory by it. Read it, or drop statutory.",
  },
});
