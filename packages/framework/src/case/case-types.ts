/** What we write of CASE 1.1 (1EdTech): the names are the standard's. */
export interface CaseLink {
  title: string;
  identifier: string;
  uri: string;
}

export interface CaseDocument {
  identifier: string;
  uri: string;
  caseVersion: '1.1';
  creator: string;
  title: string;
  language: string;
  version: string;
  officialSourceURL: string;
  adoptionStatus: 'Adopted';
  /** The licence of the texts, in words. */
  notes: string;
  lastChangeDateTime: string;
  extensions: Record<string, unknown>;
}

export interface CaseItem {
  identifier: string;
  uri: string;
  CFItemType: string;
  humanCodingScheme: string;
  fullStatement: string;
  language: string;
  notes?: string;
  lastChangeDateTime: string;
  extensions?: Record<string, unknown>;
}

export interface CaseAssociation {
  identifier: string;
  uri: string;
  associationType: 'isChildOf' | 'exactMatchOf' | 'isPartOf' | 'isRelatedTo';
  sequenceNumber?: number;
  originNodeURI: CaseLink & { targetType: 'CASE' };
  destinationNodeURI: CaseLink & { targetType: 'CASE' };
  notes?: string;
  lastChangeDateTime: string;
}

export interface CasePackage {
  CFDocument: CaseDocument;
  CFItems: CaseItem[];
  CFAssociations: CaseAssociation[];
}
