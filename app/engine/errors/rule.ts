import { defineErrors } from "./define";

/** Rules (json-logic): what cannot be compiled, what `check` finds in them, what cannot be worked out. */
export const ruleErrors = defineErrors({
  "rule/one-operator": {
    kind: "invalid",
    zh: "规则的每个花括号里要有一个运算符，而且只能有一个；这里有：{found}。多出来的请放进“and”或“or”里。",
    en: "Each pair of braces in a rule holds exactly one operator; found here: {found}. Put several conditions into “and” or “or”.",
    county: {
      zh: "规则里有一处几个条件没有用“并且”或“或者”连起来。请连起来。",
      en: "Several conditions stand side by side without “and” or “or”. Join them.",
    },
  },
  "rule/unknown-operator": {
    kind: "invalid",
    zh: "没有“{operator}”这个运算符。请改用 json-logic 的运算符；插件的运算符要写全名（如 resident-id.age），并在流程的 plugins 里列出该插件。",
    en: "There is no operator “{operator}”. Use one of json-logic, or a plugin's by its full name (resident-id.age) with that plugin listed in the workflow.",
    county: {
      zh: "规则里用了一种不认识的比较“{operator}”。请换成页面上有的比较。",
      en: "The rule compares by “{operator}”, which is not known. Use one of the comparisons that the page offers.",
    },
  },
  "rule/too-deep": {
    kind: "too-large",
    zh: "规则嵌套超过 {limit} 层。请把里面的部分写成事实项（facts），再引用它。",
    en: "The rule is nested deeper than {limit} levels. Move inner parts into facts and refer to those.",
    county: {
      zh: "规则一层套一层，套得太深。请拆成几条。",
      en: "The rule is nested too deeply. Split it.",
    },
  },
  "rule/too-large": {
    kind: "too-large",
    zh: "规则超过 {limit} 项。请拆成几条规则，或者写成参数里的清单。",
    en: "The rule has more than {limit} parts. Split it, or move long lists into a parameter.",
    county: {
      zh: "规则太长。请拆成几条。",
      en: "The rule is too long. Split it.",
    },
  },
  "rule/variable-not-literal": {
    kind: "invalid",
    zh: '变量名要直接写成文字（如 "data.amount"），不能算出来，也不能是数字。要按情况选变量，请用“if”。',
    en: 'A variable\'s name is written out as text ("data.amount"), never computed and never a number. Use “if” to choose between variables.',
    county: {
      zh: "规则要看哪一项，没有写明。请选好字段。",
      en: "It is not said what the rule looks at. Choose the field.",
    },
  },
  "rule/forbidden-path": {
    kind: "invalid",
    zh: "变量“{path}”含有不允许的名称（__proto__、prototype、constructor）。请改成数据里的字段。",
    en: "The variable “{path}” holds a name that is not allowed (__proto__, prototype, constructor). Name a field of the data.",
    county: {
      zh: "规则里写了不能用的名称“{path}”。请从页面上选字段。",
      en: "The rule names “{path}”, which is not allowed. Choose a field that the page offers.",
    },
  },
  "rule/argument-count": {
    kind: "invalid",
    zh: "运算符“{operator}”要 {expected} 个参数，这里有 {found} 个。请补上或删去。",
    en: "The operator “{operator}” takes {expected} arguments and has {found} here. Add or remove some.",
    county: {
      zh: "比较“{operator}”的内容没有写全，或者写多了。请重新写这一条。",
      en: "The comparison “{operator}” has too few or too many sides. Write it again.",
    },
  },
  "rule/unknown-variable": {
    kind: "invalid",
    zh: "没有“{path}”这个字段、事实项或参数。请核对名称；some、all、none 里面的变量从该项自己写起，不加前缀。",
    en: "There is no field, fact or parameter “{path}”. Check the name; inside some, all and none a variable starts from the item itself.",
    county: {
      zh: "没有“{path}”这一项内容。请从页面上选字段。",
      en: "There is nothing called “{path}”. Choose a field that the page offers.",
    },
  },
  "rule/operand-type": {
    kind: "invalid",
    zh: "“{operator}”用不了这种内容：第 {position} 个是 {found}，这里要 {wanted}。请换成同类的字段，或者换一个比较。",
    en: "“{operator}” cannot use this: operand {position} is {found}, and {wanted} is needed. Use a field of that kind, or another operator.",
  },
  "rule/different-types": {
    kind: "invalid",
    zh: "“{operator}”两边不是同一类：一边是 {found}，一边是 {wanted}，比不出对错。请改成同类的。",
    en: "The sides of “{operator}” differ in kind: {found} and {wanted}. Compare things of one kind.",
  },
  "rule/outside-enum": {
    kind: "invalid",
    zh: "“{path}”没有“{value}”这个选项，这一条永远不成立。可选的有：{choices}。",
    en: "“{path}” has no choice “{value}”, so this can never hold. Choices: {choices}.",
  },
  "rule/compares-null": {
    kind: "invalid",
    zh: "不能拿 null 来比：没有填写的内容是“待核”，比不出结果。要问填了没有，请用“missing”。",
    en: "Nothing can be compared with null: what is not filled in is unknown. Ask for presence with “missing”.",
    county: {
      zh: "没有填写的内容是“待核”，不能拿来比。请改成问“填了没有”。",
      en: "What is not filled in is unknown and cannot be compared. Ask whether it was filled in.",
    },
  },
  "rule/compares-list": {
    kind: "invalid",
    zh: "不能用“{operator}”比整个清单，结果总是不等。问有没有内容用“!!”，问是否包含用“in”。",
    en: "“{operator}” on a whole list never holds. Use “!!” to ask whether it has items and “in” to ask what it contains.",
    county: {
      zh: "不能拿整份清单来比，结果总是不等。请改成问有没有、有几项，或者包不包含。",
      en: "A whole list never equals anything. Ask whether it has items, how many, or what it contains.",
    },
  },
  "rule/budget": {
    kind: "too-large",
    zh: "内容太多，这条规则算不完，按“待核”处理。请减少清单的项数，或者请配置管理员简化规则。",
    en: "There is too much here to work the rule out; it counts as unknown. Shorten the list, or have the rule simplified.",
  },
  "rule/operator-failed": {
    kind: "broken",
    zh: "规则里有一步没有算成，按“待核”处理。请把这条规则的名称告诉配置管理员。",
    en: "A step of the rule failed; it counts as unknown. Tell the administrator which rule it is.",
  },
});
