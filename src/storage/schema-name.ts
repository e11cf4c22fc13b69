/**
 * The database schema of a petition. A preview has its own, so that its signatures never count in a campaign.
 * @param petition the petition's id: lower-case letters, digits and dashes
 */
export function schemaName(petition: string, preview: boolean): string {
  return `petition_${petition.replaceAll('-', '_')}${preview ? '_preview' : ''}`;
}
