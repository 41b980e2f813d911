"""The e-lokets: relying parties of ACM, who know only from its token who signs in and for whom."""
