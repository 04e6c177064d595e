import type { WidgetProps } from "@rjsf/utils";
import type { ComponentType } from "react";
import type { Json } from "../../engine/json";
import type { PluginWidgetProps } from "../../engine/plugin/api";
import { useLanguage } from "../../i18n/use-say";
import { controlProps } from "./widgets/control-props";

export type PluginWidgets = Readonly<Record<string, ComponentType<PluginWidgetProps>>>;

/** Gives a plugin's widget what the public plugin API promises, and nothing of rjsf. */
export function pluginWidget(Component: ComponentType<PluginWidgetProps>) {
  return function PluginWidget(props: WidgetProps) {
    const language = useLanguage();
    const { id, name, ...described } = controlProps(props);
    return (
      <Component
        id={id}
        name={name}
        value={props.value as Json | undefined}
        onChange={(value) => props.onChange(value)}
        readOnly={props.readonly ?? false}
        required={props.required ?? false}
        invalid={described["aria-invalid"] ?? false}
        describedBy={described["aria-describedby"]}
        language={language}
      />
    );
  };
}
