import type { WidgetProps } from "@rjsf/utils";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import plugin from "../../../plugins/resident-id/index";
import { ResidentIdInput, widgets } from "../../../plugins/resident-id/widgets";

function makeProps(more: Record<string, unknown> = {}) {
  return {
    id: "root_parties_0_idNumber",
    name: "idNumber",
    htmlName: "root[parties][0][idNumber]",
    value: "",
    required: true,
    onChange: vi.fn(),
    onBlur: vi.fn(),
    onFocus: vi.fn(),
    registry: { formContext: {} },
    ...more,
  } as unknown as WidgetProps;
}

/** The props of the input that the widget draws; it has no hooks, so it can be called. */
function inputOf(props: WidgetProps) {
  const fragment = ResidentIdInput(props) as ReactElement<{ children: ReactElement[] }>;
  return fragment.props.children[0]?.props as {
    onChange: (event: { target: { value: string } }) => void;
    onBlur: (event: { target: { value: string } }) => void;
  };
}

describe("the input of a citizen's number", () => {
  it("posts its value under its own name before JavaScript arrives", () => {
    const html = renderToStaticMarkup(
      <ResidentIdInput {...makeProps({ value: "11010519491231002X" })} />,
    );
    expect(html).toContain('name="root[parties][0][idNumber]"');
    expect(html).toContain('value="11010519491231002X"');
    expect(html).toContain('id="root_parties_0_idNumber"');
    expect(html).toContain('required=""');
  });

  it("reads birth date and sex back, to be compared with the card", () => {
    const props = makeProps({ value: "11010519491231002X" });
    expect(renderToStaticMarkup(<ResidentIdInput {...props} />)).toContain(
      "1949年12月31日出生 · 女",
    );
    const english = makeProps({
      value: "440524188001010014",
      registry: { formContext: { language: "en" } },
    });
    expect(renderToStaticMarkup(<ResidentIdInput {...english} />)).toContain(
      "Born 1 Jan 1880, male",
    );
  });

  it("reads nothing back from a wrong number", () => {
    const html = renderToStaticMarkup(
      <ResidentIdInput {...makeProps({ value: "110105194912310021" })} />,
    );
    expect(html).not.toContain("<output");
  });

  it("is described by its error, and says that it is wrong", () => {
    const html = renderToStaticMarkup(<ResidentIdInput {...makeProps({ rawErrors: ["不对"] })} />);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/aria-describedby="[^"]*root_parties_0_idNumber__error/);
  });

  it("leaves what is typed alone and tidies it on leaving the field", () => {
    const props = makeProps({ value: "１１" });
    inputOf(props).onChange({ target: { value: "１１０" } });
    expect(props.onChange).toHaveBeenLastCalledWith("１１０");
    inputOf(props).onBlur({ target: { value: "１１０ x" } });
    expect(props.onChange).toHaveBeenLastCalledWith("110X");
    expect(props.onBlur).toHaveBeenCalledWith(props.id, "110X");
  });

  it("is missing, not empty text, when it is cleared", () => {
    const props = makeProps({ value: "1" });
    inputOf(props).onChange({ target: { value: "" } });
    expect(props.onChange).toHaveBeenCalledWith(undefined);
  });

  it("is exported under the name that the plugin declares", () => {
    expect(Object.keys(widgets)).toEqual(plugin.widgets);
  });
});
