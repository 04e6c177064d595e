import { defineErrors } from "./define";

/** Loading plugins, and giving a package those it lists. */
export const pluginErrors = defineErrors({
  "plugin/load-failed": {
    kind: "broken",
    zh: "插件有 {count} 处问题，没有启动：",
    en: "Not started; problems with the plugins: {count}.",
  },
  "plugin/missing-for-package": {
    kind: "broken",
    zh: "流程包要用的插件有 {count} 处问题：",
    en: "The package cannot have the plugins that it lists; problems: {count}.",
  },
  "plugin/bad-name": {
    kind: "broken",
    zh: "插件名“{plugin}”不能用。改为小写字母、数字和短横，例如 market-days；qy、xstate 等系统名称除外。",
    en: "The plugin name “{plugin}” cannot be used. Take lower-case letters, digits and hyphens, like market-days; names of the platform itself (qy, xstate, …) are taken.",
  },
  "plugin/bad-version": {
    kind: "broken",
    zh: "插件“{plugin}”的版本“{version}”不是 1.0.0 这样的三段数字。请改 version。",
    en: "The version “{version}” of plugin “{plugin}” is not of the form 1.0.0. Correct `version`.",
  },
  "plugin/wrong-platform": {
    kind: "broken",
    zh: "插件“{plugin}”写明适用平台主版本“{platform}”，现在是 {current}。换用适合的插件版本，或核对后改 platform。",
    en: "Plugin “{plugin}” says it works with platform major “{platform}”; this is {current}. Install a version that fits, or try it and correct `platform`.",
  },
  "plugin/missing-requirement": {
    kind: "broken",
    zh: "插件“{plugin}”要用插件“{required}”（主版本 {major}），但没有装。装上它，或去掉“{plugin}”。",
    en: "Plugin “{plugin}” needs plugin “{required}” (major {major}), which is not installed. Install it, or leave “{plugin}” out.",
  },
  "plugin/outdated-requirement": {
    kind: "broken",
    zh: "插件“{plugin}”要用“{required}”的主版本 {major}，装的是 {version}。换成主版本 {major}。",
    en: "Plugin “{plugin}” needs major {major} of “{required}”; {version} is installed. Install major {major}.",
  },
  "plugin/bad-contribution": {
    kind: "broken",
    zh: "插件“{plugin}”提供的名称“{name}”（{section}）不能用。以小写字母开头，只用字母和数字。",
    en: "Plugin “{plugin}” contributes the name “{name}” ({section}), which cannot be used. Begin with a lower-case letter; use letters and digits only.",
  },
  "plugin/collision": {
    kind: "broken",
    zh: "“{name}”提供了两次（{section}）。给其中一个改名，或去掉重复的插件。",
    en: "“{name}” is contributed twice ({section}). Rename one, or leave the second plugin out.",
  },
  "plugin/bad-schema": {
    kind: "broken",
    zh: "插件“{plugin}”的 {where} 不是可用的 JSON Schema：{what}。应为 type: object，additionalProperties: false。",
    en: "`{where}` of plugin “{plugin}” is not a usable JSON Schema: {what}. It must be of type object with additionalProperties false.",
  },
  "plugin/bad-options": {
    kind: "broken",
    zh: "插件“{plugin}”的设置不对：{pointer} {what}。请对照该插件的说明改。",
    en: "The options of plugin “{plugin}” do not fit: {pointer} {what}. Correct them after the plugin's README.",
  },
  "plugin/unknown-options": {
    kind: "broken",
    zh: "有“{plugin}”的设置，但没有装这个插件。装上它，或删去这段设置。",
    en: "There are options for “{plugin}”, but no such plugin is installed. Install it, or remove its options.",
  },
  "plugin/not-installed": {
    kind: "broken",
    zh: "流程包要用插件“{plugin}”（主版本 {major}），但没有装。装上它，或从 plugins 里去掉。",
    en: "The package lists plugin “{plugin}” (major {major}), which is not installed. Install it, or take it out of `plugins`.",
  },
  "plugin/wrong-major": {
    kind: "broken",
    zh: "流程包要用“{plugin}”的主版本 {major}，装的是 {version}。装主版本 {major}；或核对含义有无变化后，改流程包的 plugins。",
    en: "The package lists major {major} of “{plugin}”; {version} is installed. Install major {major}, or see what changed in meaning and correct `plugins` of the package.",
  },
});
