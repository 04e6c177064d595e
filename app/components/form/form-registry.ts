import type { RegistryWidgetsType, TemplatesType } from "@rjsf/utils";
import { FieldTemplate } from "./templates/field-template";
import { GroupTemplate } from "./templates/group-template";
import { ListItemTemplate } from "./templates/list-item-template";
import { ListTemplate } from "./templates/list-template";
import { Nothing } from "./nothing";
import { NumberField } from "./number-field";
import { pluginWidget, type PluginWidgets } from "./plugin-widget";
import { Radios, Select, TickBox, TickBoxes } from "./widgets/choices";
import { Hidden } from "./widgets/hidden";
import { MoneyInput } from "./widgets/money-input";
import { TextArea } from "./widgets/text-area";
import { DateInput, DateTimeInput, MonthInput, TextInput } from "./widgets/text-input";

/** `/plugins/<name>/widgets.tsx` exports `widgets`, by names without the plugin's own. */
const plugins = import.meta.glob<{ widgets: PluginWidgets }>("/plugins/*/widgets.tsx", {
  eager: true,
});

/** Every widget a form may name: ours, and those of plugins as `plugin.name`. */
export const widgets: RegistryWidgetsType = {
  text: TextInput,
  textarea: TextArea,
  select: Select,
  radio: Radios,
  checkbox: TickBox,
  checkboxes: TickBoxes,
  date: DateInput,
  datetime: DateTimeInput,
  month: MonthInput,
  money: MoneyInput,
  hidden: Hidden,
  ...Object.fromEntries(
    Object.entries(plugins).flatMap(([file, { widgets: contributed }]) =>
      Object.entries(contributed).map(([name, component]) => [
        `${file.split("/")[2]}.${name}`,
        pluginWidget(component),
      ]),
    ),
  ),
};

/** Names for `prepareUi`: any other is replaced by a widget that fits the schema. */
export const knownWidgets: ReadonlySet<string> = new Set(Object.keys(widgets));

/** rjsf's own parts are not in the bundle (`vite.config.ts`): those that a form can reach are replaced. */
export const templates: Partial<TemplatesType> = {
  FieldTemplate,
  ObjectFieldTemplate: GroupTemplate,
  ArrayFieldTemplate: ListTemplate,
  ArrayFieldItemTemplate: ListItemTemplate,
  // Drawn by the four above, or not at all.
  DescriptionFieldTemplate: Nothing,
  FieldHelpTemplate: Nothing,
  FieldErrorTemplate: Nothing,
  UnsupportedFieldTemplate: Nothing,
};

export const fields = { NumberField };
