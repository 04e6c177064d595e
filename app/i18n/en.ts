import type { zh } from "./zh";

type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** The second language: the same keys as `zh.ts`, which the compiler and a test hold together. */
export const en: Words<typeof zh> = {
  brand: "Qingyuan",
  pageTitle: "{{title}} · Qingyuan",
  demo: "Demonstration data, all invented",
  nav: {
    main: "Main navigation",
    skip: "Skip to content",
    cases: "Matters",
    start: "Register",
    startCase: "Register a matter",
    registers: "Registers",
    me: "Me",
    home: "Home",
  },
  home: {
    lead: "A workflow platform for rural police services.",
    about:
      "Village matters, step by step: whose turn it is, by which day, and what is missing, on one page. Where something cannot be done, it says why, and what can be done instead.",
    processes:
      "Processes, forms, rules and papers are files that each county adapts to its own practice, without touching the program.",
    signIn: "Sign in",
    doors: "Look around as one of these people",
    doorsHint: "One tap signs in. You see what that person can do.",
    enterAs: "Sign in as {{name}}",
    password: "The password of all of them is {{password}}",
    other: "Sign in with another account",
  },
  signIn: {
    title: "Sign in",
    login: "Account",
    password: "Password",
    submit: "Sign in",
    refused: "You are not signed in yet",
    hint: "If the password is lost, your unit's administrator can set a new one.",
    signOut: "Sign out",
  },
  look: {
    title: "Display",
    language: "Language",
    type: "Type size",
    theme: "Colours",
    zh: "中文",
    en: "English",
    normal: "Normal",
    large: "Large",
    system: "As the system",
    light: "Light",
    dark: "Dark",
    save: "Save",
  },
  form: {
    optional: "may stay empty",
    choose: "Choose",
    yuan: "yuan",
    add: "Add: {{title}}",
    item: "{{label}} {{number}}",
    remove: "Take out",
    removeItem: "Take out {{name}}",
    update: "Draw the form anew after this choice",
    faults: "{{count}} to put right",
    sending: "Sending…",
  },
  refusal: {
    titleNotFound: "There is no such page",
    textNotFound: "The address may be mistyped, or the content has moved.",
    titleBroken: "It did not work",
    textBroken:
      "Nothing was stored. Try again in a moment; if it fails again, tell the administrator the code below.",
    titleForbidden: "This page belongs to somebody else's work",
    textForbidden: "Your present post does not see this page. Your unit can change that.",
    code: "Code",
    toCases: "Back to the matters",
    toHome: "Back to the start page",
  },
};
