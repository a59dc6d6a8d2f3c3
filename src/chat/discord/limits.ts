/** Discord's limits for messages. https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const LIMITS = {
  title: 256,
  description: 4_096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  footer: 2_048,
  /** Over all embeds of a message. */
  embedTotal: 6_000,
  embeds: 10,
  buttonsPerRow: 5,
  rows: 5,
  buttonLabel: 80,
  choices: 25,
  choice: 100,
  /** Description of an attachment. */
  altText: 1_024,
  /** Nonce of a message. */
  nonce: 25,
} as const;
