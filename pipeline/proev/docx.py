"""The parts a Word document may have."""

import re

DELE = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core|custom)\.xml|docMetadata/LabelInfo\.xml"
    r"|word/(?:document|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes|endnotes)\.xml"
    r"|word/(?:header|footer)\d{1,2}\.xml|word/theme/theme\d\.xml|word/media/[a-z]+\d{1,2}\.png"
    r"|word/_rels/(?:document|numbering|footnotes|endnotes|(?:header|footer)\d{1,2})\.xml\.rels"
    r"|customXml/(?:item|itemProps)1\.xml|customXml/_rels/item1\.xml\.rels"
)
